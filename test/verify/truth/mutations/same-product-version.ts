import { changeObject } from '../change.ts';
import { containerWith } from '../container.ts';
import type { Mutation } from '../mutation.ts';
import { pathsOf } from '../paths.ts';
import { settled } from '../settled.ts';

export const mutations: Mutation[] = [
  {
    name: 'the Auditor runs an older minor version',
    guideline: 'same-product-version',
    async apply({ auditor }) {
      const { kube, plan } = auditor;
      const path = pathsOf(plan).product;
      const back = await changeObject(
        kube,
        path,
        await containerWith(kube, path, {
          image: 'ghcr.io/scalar-labs/scalardl-auditor-byol:3.12.4',
        }),
      );
      await settled(auditor);
      return async () => {
        await back();
        await settled(auditor);
      };
    },
    expect: { 'same-product-version/pair': 'fail' },
    observed: '3.12.4',
  },
];
