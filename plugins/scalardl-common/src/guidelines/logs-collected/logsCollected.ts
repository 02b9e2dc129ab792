import type { SourceDocument } from '../../facts/sourceDocument';
import { fail, pass, unknown } from '../finding';
import { type Guideline, sideCheck } from '../guideline';
import { source } from '../sources';

const ADDON = 'amazon-cloudwatch-observability';

/** https://scalardl.scalar-labs.com/docs/latest/scalar-kubernetes/ProductionChecklistForScalarDLLedger/ */
export const logsCollected: Guideline = {
  id: 'logs-collected',
  level: 'recommendation',
  title: 'Container logs leave the nodes',
  source: source('productionChecklistLedger', 'Logging'),
  pass: 'An agent on every node sends the container logs to CloudWatch.',
  fail: 'Container logs are lost with their node.',
  remedy: 'Set spec.monitoring.logs to true.',
  plan: sideCheck({
    needs: ['clusterConfig'],
    check: ({ clusterConfig }) => {
      const addons = clusterConfig.get('addons');
      const index = Array.isArray(addons)
        ? addons.findIndex(addon => addon?.name === ADDON)
        : -1;
      const expected = `the ${ADDON} add-on on every node`;
      if (index < 0) {
        return fail({
          expected,
          observed: 'no such add-on',
          location: clusterConfig.locate('addons'),
        });
      }
      const location = clusterConfig.locate('addons', index, 'name');
      const configuration = clusterConfig.get(
        'addons',
        index,
        'configurationValues',
      );
      const tainted = taintedGroups(clusterConfig);
      if (
        configuration !== undefined &&
        String(configuration).includes('tolerations') &&
        tainted.length > 0
      ) {
        return unknown(
          `whether the add-on's own tolerations reach the tainted node groups ${tainted.join(', ')} shows only live`,
          { expected, location },
        );
      }
      return judgeContainerLogs(configuration, { expected, location });
    },
  }),
};

type Evidence = Pick<
  Parameters<typeof pass>[0] & object,
  'expected' | 'location'
>;

/** The add-on collects container logs unless its configuration says otherwise. */
function judgeContainerLogs(configuration: unknown, evidence: Evidence) {
  const off = /containerLogs["'\s:{]+enabled["'\s:]+false/.test(
    String(configuration ?? ''),
  );
  return off
    ? fail({
        ...evidence,
        observed: 'the add-on is installed with container logs off',
      })
    : pass({ ...evidence, observed: `${ADDON} is declared` });
}

function taintedGroups(clusterConfig: SourceDocument): string[] {
  return ['managedNodeGroups', 'nodeGroups'].flatMap(kind => {
    const groups = clusterConfig.get(kind);
    if (!Array.isArray(groups)) return [];
    return groups
      .filter(group => group?.taints !== undefined)
      .map(group => String(group?.name));
  });
}
