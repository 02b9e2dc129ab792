import { dynamicNodes } from '../../facts/clusterConfig/dynamicNodes';
import { nodeAutoscaling } from '../../facts/clusterConfig/nodeAutoscaling';
import { releaseOf } from '../../facts/release/release';
import { envoyWorkload, productWorkload } from '../../facts/release/workload';
import { combine, unknown } from '../finding';
import { type Guideline, sideCheck } from '../guideline';
import { source } from '../sources';
import { judgeRoom } from './room';

/** https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#rolling-update-deployment */
export const rolloutCapacity: Guideline = {
  id: 'rollout-capacity',
  level: 'derived',
  title: 'The nodes have room for a roll-out',
  source: source(
    'eksClusters',
    'Use 4vCPU / 8GB memory nodes for the worker node in the ScalarDL Ledger and ScalarDL Auditor node group',
  ),
  pass: 'The nodes hold all pods of the product and of Envoy, and a roll-out of either can proceed.',
  fail: 'Pods would stay pending, so that a deployment or a roll-out never ends.',
  remedy:
    'Use larger or more nodes, or a strategy with maxSurge "0%" and a maxUnavailable that comes to one pod.',
  plan: sideCheck({
    needs: ['clusterConfig', 'product', 'manifests', 'clusterAutoscaler'],
    needsShared: ['environment'],
    check: (facts, { side, given }) => {
      const { clusterConfig, product, manifests, environment } = facts;
      const dynamic = dynamicNodes(clusterConfig);
      if (dynamic) {
        return unknown(
          `${dynamic} starts nodes as pods need them, within limits that the files do not tell`,
        );
      }
      const release = releaseOf(environment, side);
      const workloads = {
        product: productWorkload(product, { side, release }),
        envoy: envoyWorkload(product, { side, release }),
      };
      const grows =
        nodeAutoscaling(clusterConfig, given.clusterAutoscaler).answer ===
        'yes';
      return combine(
        judgeRoom({ clusterConfig, manifests, workloads, grows }),
        {
          none: 'no pods',
          expected: 'room for every pod, and for a surge where one is needed',
        },
      );
    },
  }),
};
