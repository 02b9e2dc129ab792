import { allBack, changeObject } from '../change.ts';
import type { Mutation } from '../mutation.ts';
import { pathsOf } from '../paths.ts';
import { changePodStatus } from '../pods.ts';
import { settled } from '../settled.ts';

export const mutations: Mutation[] = [
  {
    name: 'an autoscaler lets two pods be enough',
    guideline: 'three-product-pods',
    async apply({ ledger }) {
      const { podAutoscaler, product } = pathsOf(ledger.plan);
      const floor = await changeObject(ledger.kube, podAutoscaler, {
        spec: {
          minReplicas: 2,
          // Else it remembers for minutes that it wanted three.
          behavior: { scaleDown: { stabilizationWindowSeconds: 0 } },
        },
      });
      const scale = await changeObject(ledger.kube, product, {
        spec: { replicas: 2 },
      });
      await settled(ledger);
      return async () => {
        await allBack(floor, scale)();
        await settled(ledger);
      };
    },
    expect: {
      'product-pods-on-three-nodes/ledger': 'fail',
      'three-product-pods/ledger': 'fail',
    },
    observed: '2',
  },
  {
    name: 'three pods run, and one of them is not ready',
    guideline: 'three-product-pods',
    apply: ({ auditor }) =>
      changePodStatus(auditor, ({ conditions, containerStatuses }) => ({
        conditions: conditions.map(one =>
          ['Ready', 'ContainersReady'].includes(one.type)
            ? { ...one, status: 'False' }
            : one,
        ),
        containerStatuses: containerStatuses.map(one => ({
          ...one,
          ready: false,
        })),
      })),
    expect: {
      'product-pods-on-three-nodes/auditor': 'fail',
      'product-pods-stable/auditor': 'fail',
      'three-product-pods/auditor': 'fail',
    },
    observed: 'not ready',
  },
];
