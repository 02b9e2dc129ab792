import type { LiveAutoScalingGroup } from '../../facts/live';
import { CLUSTER_AUTOSCALER, tool } from '../autoscaling.fixture';
import {
  type Change,
  type Trial,
  changeOne,
  expected,
  onLedger,
  tryOut,
  unreadOnLedger,
} from '../liveTrial.fixture';
import { clusterAutoscalerCanScale } from './clusterAutoscalerCanScale';

const discovery = (cluster: string) =>
  `--node-group-auto-discovery=asg:tag=k8s.io/cluster-autoscaler/enabled,k8s.io/cluster-autoscaler/${cluster}`;

const running = (
  image = CLUSTER_AUTOSCALER,
  args = [discovery('pay-ledger')],
) => tool(image, { args });

const status = ({
  time = '2026-11-23 11:59:50.123456789 +0000 UTC',
  health = 'Healthy',
  groups = `
- name: eks-ledger-v1
  health:
    status: Healthy
  scaleUp:
    status: NoActivity`,
} = {}): Change =>
  onLedger(
    'autoscalerStatus',
    () => `time: ${time}
autoscalerStatus: Running
clusterWide:
  health:
    status: ${health}
nodeGroups:${groups}
`,
  );

const OLD_FORM = `Cluster-autoscaler status at 2026-11-23 11:59:55.5 +0000 UTC:
Cluster-wide:
  Health:      Healthy (ready=3 unready=0)
  ScaleUp:     NoActivity (ready=3 registered=3)

NodeGroups:
  Name:        eks-ledger-v1
  Health:      Healthy (ready=3)
  ScaleUp:     Backoff (ready=3 cloudProviderTarget=3)
`;

const group = (change: Partial<LiveAutoScalingGroup>) =>
  onLedger('autoScalingGroups', groups =>
    changeOne(groups, one => ({ ...one, ...change })),
  );

const trials: Trial[] = [
  {
    trap: 'no Cluster Autoscaler',
    verdict: 'skipped',
    says: 'there is no Cluster Autoscaler',
  },
  {
    trap: 'all in order',
    changes: [running(), status()],
    verdict: 'pass',
    says: 'eks-ledger-v1 has 3 to 6 nodes',
  },
  {
    trap: 'a pod that is not ready',
    changes: [tool(CLUSTER_AUTOSCALER, { readyReplicas: 0 }), status()],
    verdict: 'fail',
    says: '0 pods of adds-nodes are ready',
  },
  {
    trap: 'another minor version than the cluster’s',
    changes: [
      running('registry.k8s.io/autoscaling/cluster-autoscaler:v1.34.2'),
      status(),
    ],
    verdict: 'fail',
    says: 'Cluster Autoscaler 1.34 on Kubernetes 1.35',
  },
  {
    trap: 'a version by digest',
    changes: [
      running(
        `registry.k8s.io/autoscaling/cluster-autoscaler@sha256:${'0'.repeat(64)}`,
      ),
      status(),
    ],
    verdict: 'unknown',
    says: 'does not name a version',
  },
  {
    trap: 'the name of another cluster',
    changes: [running(undefined, [discovery('pay-auditor')]), status()],
    verdict: 'fail',
    says: 'looks for the tag k8s.io/cluster-autoscaler/pay-auditor',
  },
  {
    trap: 'groups without the tags',
    changes: [running(), status(), group({ tags: {} })],
    verdict: 'fail',
    says: 'no Auto Scaling group has the tags',
  },
  {
    trap: 'groups with one of the two tags',
    changes: [
      running(),
      status(),
      group({ tags: { 'k8s.io/cluster-autoscaler/enabled': 'true' } }),
    ],
    verdict: 'fail',
    says: 'no Auto Scaling group has the tags',
  },
  {
    trap: 'groups that are named one by one need no tags',
    changes: [
      running(undefined, ['--nodes=3:6:eks-ledger-v1']),
      status(),
      group({ tags: {} }),
    ],
    verdict: 'pass',
    says: 'eks-ledger-v1 has 3 to 6 nodes',
  },
  {
    trap: 'no room between the bounds',
    changes: [running(), status(), group({ min: 6 })],
    verdict: 'fail',
    says: 'no group has room between its bounds: eks-ledger-v1 6 to 6',
  },
  {
    trap: 'no rights: it runs, and writes no status',
    changes: [running()],
    verdict: 'fail',
    says: 'has written no status',
  },
  {
    trap: 'a status that it is told not to write',
    changes: [
      running(undefined, [
        discovery('pay-ledger'),
        '--write-status-configmap=false',
      ]),
    ],
    verdict: 'unknown',
    says: 'is told to write no status',
  },
  {
    trap: 'a status of an hour ago',
    changes: [running(), status({ time: '2026-11-23 11:00:00 +0000 UTC' })],
    verdict: 'fail',
    says: 'the status is of 2026-11-23T11:00:00Z, so nobody writes it any more',
  },
  {
    trap: 'a status of this day, where only the day is known',
    changes: [
      running(),
      status({ time: '2026-11-23 01:00:00 +0000 UTC' }),
      facts => ({ ...facts, now: undefined }),
    ],
    verdict: 'pass',
    says: 'the status is of 2026-11-23T01:00:00Z',
  },
  {
    trap: 'no node group that it could change',
    changes: [running(), status({ groups: ' []' })],
    verdict: 'fail',
    says: 'knows no node group',
  },
  {
    trap: 'a cluster that it calls unhealthy',
    changes: [running(), status({ health: 'Unhealthy' })],
    verdict: 'fail',
    says: 'calls the cluster Unhealthy',
  },
  {
    trap: 'a group that it has given up for a while',
    changes: [
      running(),
      status({
        groups: `
- name: eks-ledger-v1
  scaleUp:
    status: Backoff
    backoffInfo:
      errorMessage: VcpuLimitExceeded`,
      }),
    ],
    verdict: 'fail',
    says: 'has given up eks-ledger-v1 for a while: VcpuLimitExceeded',
  },
  {
    trap: 'the text of versions before 1.30',
    changes: [running(), onLedger('autoscalerStatus', () => OLD_FORM)],
    verdict: 'fail',
    says: 'has given up eks-ledger-v1 for a while',
  },
  {
    trap: 'a status that nobody can read',
    changes: [running(), onLedger('autoscalerStatus', () => 'fine: [')],
    verdict: 'unknown',
    says: 'no form that this program knows',
  },
  {
    trap: 'a status that was not read',
    changes: [running(), unreadOnLedger('autoscalerStatus')],
    verdict: 'unknown',
    says: 'autoscalerStatus was denied',
  },
];

describe('cluster-autoscaler-can-scale, live', () => {
  it.each(trials)('$trap: $verdict', trial => {
    expect(tryOut(clusterAutoscalerCanScale, trial)).toEqual(expected(trial));
  });
});
