import type { LiveAddon, SideLiveFacts } from '../../facts/live';
import { isOfAddOn } from '../../facts/live/monitoring';
import { recordOf } from '../../facts/plain/plain';
import { readSourceDocuments } from '../../facts/sourceDocument';
import type { Subject } from '../../report/report';
import { agentSubjects } from '../agentSubjects';
import { combine } from '../finding';
import { gapsOf, gapSubjects } from '../gapSubjects';
import type { Finding } from '../guideline';
import { statusSubject } from '../statusSubject';

export const ADDON = 'amazon-cloudwatch-observability';

/** Whether the add-on collects metrics of the containers, and its agent is on every machine. */
export function judgeAddon(
  addon: LiveAddon,
  expected: string,
  given: SideLiveFacts,
): Finding {
  const { daemonSets, nodes } = given;
  const agents = daemonSets.ok
    ? daemonSets.value.filter(one => isOfAddOn(one, 'cloudwatch-agent'))
    : [];
  return combine(
    [
      stateSubject(addon),
      configurationSubject(addon),
      ...(daemonSets.ok && nodes.ok ? agentSubjects(agents, nodes.value) : []),
      ...gapSubjects(gapsOf(given, ['daemonSets', 'nodes']), 'agents'),
    ],
    { none: 'no add-on', expected },
  );
}

function stateSubject({ status, healthIssues }: LiveAddon): Subject {
  const [issue] = healthIssues;
  return issue === undefined
    ? statusSubject(ADDON, status)
    : { id: ADDON, verdict: 'fail', detail: `${ADDON}: ${issue}` };
}

/** A configuration of the agent replaces the usual one, which collects them. */
function configurationSubject({ configuration }: LiveAddon): Subject {
  const id = `configuration of ${ADDON}`;
  const documents = readSourceDocuments('configuration', configuration ?? '{}');
  if (!documents.ok) {
    const detail = 'the configuration cannot be read';
    return { id, verdict: 'unknown', detail };
  }
  const config = documents.value[0]?.get('agent', 'config');
  const collected = recordOf(recordOf(recordOf(config).logs).metrics_collected);
  const off = config !== undefined && collected.kubernetes === undefined;
  return {
    id,
    verdict: off ? 'fail' : 'pass',
    detail: off
      ? 'agent.config collects no metrics of Kubernetes'
      : 'it collects metrics of containers',
  };
}
