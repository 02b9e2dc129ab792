import { changeObject } from '../change.ts';
import { containerWith } from '../container.ts';
import type { Mutation } from '../mutation.ts';
import { pathsOf } from '../paths.ts';
import { settled } from '../settled.ts';

const RESOURCES = { cpu: '2000m', memory: '4G' };

export const mutations: Mutation[] = [
  {
    name: 'the pods ask for 4G, which is less than 4Gi',
    guideline: 'byol-resource-requests',
    async apply({ auditor }) {
      const { kube, plan } = auditor;
      const path = pathsOf(plan).product;
      const back = await changeObject(
        kube,
        path,
        await containerWith(kube, path, {
          resources: { requests: RESOURCES, limits: RESOURCES },
        }),
      );
      await settled(auditor);
      return async () => {
        await back();
        await settled(auditor);
      };
    },
    expect: { 'byol-resource-requests/auditor': 'fail' },
    observed: '4G',
  },
];
