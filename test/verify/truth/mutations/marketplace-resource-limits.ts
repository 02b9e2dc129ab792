import { changeObject } from '../change.ts';
import { containerWith } from '../container.ts';
import type { Mutation } from '../mutation.ts';
import { pathsOf } from '../paths.ts';
import { settled } from '../settled.ts';

/** The registry of AWS Marketplace. */
const IMAGE =
  '709825985650.dkr.ecr.us-east-1.amazonaws.com/scalar/scalardl-ledger-aws-payg:3.13.0';

export const mutations: Mutation[] = [
  {
    name: 'pods that are paid by use may take more than what is paid for',
    guideline: 'marketplace-resource-limits',
    async apply({ ledger }) {
      const { kube, plan } = ledger;
      const path = pathsOf(plan).product;
      const back = await changeObject(
        kube,
        path,
        await containerWith(kube, path, {
          image: IMAGE,
          resources: {
            requests: { cpu: '2', memory: '4Gi' },
            limits: { cpu: '2500m', memory: '4Gi' },
          },
        }),
      );
      await settled(ledger);
      return async () => {
        await back();
        await settled(ledger);
      };
    },
    expect: {
      'byol-resource-requests/ledger': 'skipped',
      'marketplace-resource-limits/ledger': 'fail',
    },
    observed: '2500m',
  },
];
