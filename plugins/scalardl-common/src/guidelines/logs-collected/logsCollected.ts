import { findAddon } from '../../facts/clusterConfig/addons';
import { nodeGroups } from '../../facts/clusterConfig/nodeGroups';
import { type PlainRecord, recordOf } from '../../facts/plain/plain';
import type { SourceDocument } from '../../facts/sourceDocument';
import { fail, pass, unknown } from '../finding';
import { type Finding, type Guideline, sideCheck } from '../guideline';
import { source } from '../sources';
import { live } from './live';

const ADDON = 'amazon-cloudwatch-observability';

/** https://scalardl.scalar-labs.com/docs/latest/scalar-kubernetes/ProductionChecklistForScalarDLLedger/ */
export const logsCollected: Guideline = {
  id: 'logs-collected',
  level: 'recommendation',
  title: 'Container logs leave the nodes',
  source: source('productionChecklistLedger', 'Logging'),
  pass: 'A log agent on every node takes the container logs away.',
  fail: 'Container logs are lost with their node.',
  remedy: 'Set spec.monitoring.logs to true.',
  plan: sideCheck({
    needs: ['clusterConfig'],
    check: ({ clusterConfig }) => {
      const expected = `the ${ADDON} add-on on every node`;
      const addon = findAddon(clusterConfig, ADDON);
      if (!addon) {
        return fail({
          expected,
          observed: 'no such add-on',
          location: clusterConfig.locate('addons'),
        });
      }
      const { configuration, location } = addon;
      return configuration.ok
        ? judgeConfiguration(configuration.value, {
            tainted: taintedGroups(clusterConfig),
            evidence: { expected, location },
          })
        : unknown(configuration.reason, { expected, location });
    },
  }),
  live,
};

/** The add-on collects container logs on every node unless its configuration says otherwise. */
function judgeConfiguration(
  configuration: PlainRecord,
  { tainted, evidence }: { tainted: string[]; evidence: Partial<Finding> },
): Finding {
  if (recordOf(configuration.containerLogs).enabled === false) {
    return fail({
      ...evidence,
      observed: 'the add-on is installed with container logs off',
    });
  }
  if (tainted.length > 0 && mentions(configuration, 'tolerations')) {
    return unknown(
      `whether the add-on's own tolerations reach the tainted node groups ${tainted.join(', ')} shows only live`,
      evidence,
    );
  }
  return pass({ ...evidence, observed: `${ADDON} is declared` });
}

/** Whether the key stands anywhere in the value. */
function mentions(value: unknown, key: string): boolean {
  if (Array.isArray(value)) return value.some(item => mentions(item, key));
  return Object.entries(recordOf(value)).some(
    ([name, child]) => name === key || mentions(child, key),
  );
}

function taintedGroups(clusterConfig: SourceDocument): string[] {
  return nodeGroups(clusterConfig)
    .filter(group => group.get('taints') !== undefined)
    .map(({ id }) => id);
}
