import { addObjects } from '../change.ts';
import type { Mutation } from '../mutation.ts';

const LABELS = { app: 'inspector' };

export const mutations: Mutation[] = [
  {
    name: "the other product's image runs under other labels",
    guideline: 'one-product-per-cluster',
    apply: ({ ledger }) =>
      addObjects(ledger.kube, {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        metadata: { name: 'inspector', namespace: ledger.plan.namespace },
        spec: {
          replicas: 0,
          selector: { matchLabels: LABELS },
          template: {
            metadata: { labels: LABELS },
            spec: {
              containers: [
                {
                  name: 'main',
                  image: 'ghcr.io/scalar-labs/scalardl-auditor-byol:3.13.0',
                },
              ],
            },
          },
        },
      }),
    expect: {
      'no-application-workloads/ledger': 'fail',
      'one-product-per-cluster/ledger': 'fail',
    },
    observed: 'scalardl-auditor-byol',
  },
];
