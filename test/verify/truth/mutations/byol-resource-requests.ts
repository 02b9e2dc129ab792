import { addObjects, allBack } from '../change.ts';
import type { Mutation } from '../mutation.ts';
import { pathsOf } from '../paths.ts';
import { rollOutContainer } from '../rollOut.ts';

const RESOURCES = { cpu: '2000m', memory: '4G' };

export const mutations: Mutation[] = [
  {
    name: 'the pods ask for 4G, which is less than 4Gi',
    guideline: 'byol-resource-requests',
    apply: ({ auditor }) =>
      rollOutContainer(auditor, pathsOf(auditor.plan).product, {
        resources: { requests: RESOURCES, limits: RESOURCES },
      }),
    expect: { 'byol-resource-requests/auditor': 'fail' },
    observed: '4G',
  },
  {
    name: 'only limits are written',
    guideline: 'byol-resource-requests',
    apply: ({ ledger }) =>
      rollOutContainer(ledger, pathsOf(ledger.plan).product, {
        resources: { limits: { cpu: '2', memory: '4096Mi' } },
      }),
    expect: {},
    because: 'Kubernetes takes limits for requests that are left out',
  },
  {
    name: 'the Deployment asks for nothing, and a LimitRange gives its pods enough',
    guideline: 'byol-resource-requests',
    async apply({ ledger }) {
      const { kube, plan } = ledger;
      const enough = { cpu: '2', memory: '4Gi' };
      const range = await addObjects(kube, {
        apiVersion: 'v1',
        kind: 'LimitRange',
        metadata: { name: 'product', namespace: plan.namespace },
        spec: {
          limits: [
            { type: 'Container', default: enough, defaultRequest: enough },
          ],
        },
      });
      const pods = await rollOutContainer(ledger, pathsOf(plan).product, {
        resources: {},
      });
      return allBack(range, pods);
    },
    expect: {},
    because: 'what a pod is sure of counts, whoever wrote it down',
  },
];
