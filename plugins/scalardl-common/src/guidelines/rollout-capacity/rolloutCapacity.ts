import { dynamicNodes } from '../../facts/clusterConfig/dynamicNodes';
import { nodeAutoscaling } from '../../facts/clusterConfig/nodeAutoscaling';
import { releaseOf } from '../../facts/release/release';
import { type RoomQuery, roomFor } from '../../facts/release/room';
import { envoyWorkload, productWorkload } from '../../facts/release/workload';
import type { Subject } from '../../report/report';
import { combine, unknown } from '../finding';
import { type Guideline, sideCheck } from '../guideline';
import { source } from '../sources';
import { live } from './live';

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
      const grows =
        nodeAutoscaling(clusterConfig, given.clusterAutoscaler).answer ===
        'yes';
      const release = releaseOf(environment, side);
      const own = productWorkload(product, { side, release });
      const envoy = envoyWorkload(product, { side, release });
      const common = { clusterConfig, manifests, grows };
      return combine(
        [
          roomSubject({ ...common, workload: own, beside: envoy }),
          ...(envoy
            ? [roomSubject({ ...common, workload: envoy, beside: own })]
            : []),
        ],
        {
          none: 'no pods',
          expected: 'room for every pod, and for a surge where one is needed',
        },
      );
    },
  }),
  live,
};

function roomSubject(query: RoomQuery): Subject {
  const id = query.workload.title;
  const location = query.workload.locate('strategy', 'rollingUpdate');
  const room = roomFor(query);
  if (!room.ok)
    return { id, verdict: 'unknown', detail: room.reason, location };
  const { replicas, needed, most, nodes } = room.value;
  if (needed === undefined) {
    const detail = `Kubernetes refuses the strategy of ${id}: neither a whole number nor a percentage`;
    return { id, verdict: 'fail', detail, location };
  }
  const surge = needed > replicas ? ' and one more during a roll-out' : '';
  const held = Number.isFinite(most) ? String(most) : 'any number';
  return {
    id,
    verdict: most >= needed ? 'pass' : 'fail',
    detail: `${replicas} ${id} pods${surge}; ${nodes} nodes hold ${held}`,
    location,
  };
}
