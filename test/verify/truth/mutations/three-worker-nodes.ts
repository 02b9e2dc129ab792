import { rolledOut } from '../../world/rollout.ts';
import { allBack, changeObject } from '../change.ts';
import { containerWith } from '../container.ts';
import type { Mutation } from '../mutation.ts';
import { limitNodes } from '../nodeGroup.ts';
import { changeNode } from '../nodes.ts';
import { pathsOf, systemDeployment } from '../paths.ts';
import { rollOutPods } from '../rollOut.ts';

const CLUSTER_AUTOSCALER = systemDeployment(
  'cluster-autoscaler-aws-cluster-autoscaler',
);
const DEDICATED = { key: 'dedicated', value: 'gpu', effect: 'NoSchedule' };

export const mutations: Mutation[] = [
  {
    name: 'one of three nodes is cordoned',
    guideline: 'three-worker-nodes',
    apply: ({ ledger }) =>
      changeNode(ledger, { spec: { unschedulable: true } }),
    expect: {
      'nodes-span-three-zones/ledger': 'fail',
      'three-worker-nodes/ledger': 'fail',
    },
    observed: 'cordoned',
  },
  {
    name: 'one of three nodes has a taint that the product does not tolerate',
    guideline: 'three-worker-nodes',
    apply: ({ auditor }) =>
      changeNode(auditor, { spec: { taints: [DEDICATED] } }),
    expect: {
      'nodes-span-three-zones/auditor': 'fail',
      'three-worker-nodes/auditor': 'fail',
    },
    observed: 'dedicated',
  },
  {
    name: 'one of three nodes has a taint that the product tolerates',
    guideline: 'three-worker-nodes',
    async apply({ ledger }) {
      const product = await rollOutPods(ledger, pathsOf(ledger.plan).product, {
        tolerations: [{ key: 'dedicated', operator: 'Exists' }],
      });
      const tainted = await changeNode(ledger, {
        spec: { taints: [DEDICATED] },
      });
      return allBack(product, tainted);
    },
    expect: {},
    because: 'a toleration without a value is for every value',
  },
  {
    name: 'one of three nodes has a taint that only asks to be avoided',
    guideline: 'three-worker-nodes',
    apply: ({ auditor }) =>
      changeNode(auditor, {
        spec: { taints: [{ ...DEDICATED, effect: 'PreferNoSchedule' }] },
      }),
    expect: {},
    because: 'the scheduler still uses the node where it has to',
  },
  {
    name: 'one of three nodes is a spot machine',
    guideline: 'three-worker-nodes',
    apply: ({ ledger }) =>
      changeNode(ledger, {
        metadata: { labels: { 'eks.amazonaws.com/capacityType': 'SPOT' } },
      }),
    expect: { 'three-worker-nodes/ledger': 'fail' },
    observed: 'spot',
  },
  {
    name: 'three nodes run, of which Cluster Autoscaler may take one away',
    guideline: 'three-worker-nodes',
    async apply({ auditor }) {
      await limitNodes(auditor, 6, 2);
      return () => limitNodes(auditor, 6);
    },
    expect: { 'three-worker-nodes/auditor': 'fail' },
    observed: 'to 2',
  },
  {
    name: 'the group may have two nodes, and Cluster Autoscaler takes none away',
    guideline: 'three-worker-nodes',
    async apply({ ledger }) {
      const { kube } = ledger;
      const container = await containerWith(kube, CLUSTER_AUTOSCALER, {
        args: [
          `--node-group-auto-discovery=asg:tag=k8s.io/cluster-autoscaler/enabled,k8s.io/cluster-autoscaler/${ledger.plan.cluster}`,
          '--scale-down-enabled=false',
        ],
      });
      const told = await changeObject(kube, CLUSTER_AUTOSCALER, container);
      await rolledOut(kube, 'kube-system');
      await limitNodes(ledger, 6, 2);
      return async () => {
        await limitNodes(ledger, 6);
        await told();
        await rolledOut(kube, 'kube-system');
      };
    },
    expect: {},
    because: 'the nodes of now stay until somebody takes them away',
    observed: '3 of 3 nodes',
  },
];
