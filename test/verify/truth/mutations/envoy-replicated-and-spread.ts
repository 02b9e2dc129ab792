import { changeObject } from '../change.ts';
import type { Mutation } from '../mutation.ts';
import { pathsOf } from '../paths.ts';
import { settled } from '../settled.ts';

export const mutations: Mutation[] = [
  {
    name: 'Envoy has two pods while the product has three',
    guideline: 'envoy-replicated-and-spread',
    async apply({ auditor }) {
      const { kube, plan } = auditor;
      const back = await changeObject(kube, pathsOf(plan).envoy, {
        spec: { replicas: 2 },
      });
      await settled(auditor);
      return async () => {
        await back();
        await settled(auditor);
      };
    },
    expect: { 'envoy-replicated-and-spread/auditor': 'fail' },
    observed: '2 of 2 Envoy pods',
  },
];
