import { changeObject } from '../change.ts';
import type { Mutation } from '../mutation.ts';
import { pathsOf } from '../paths.ts';
import { settled } from '../settled.ts';

export const mutations: Mutation[] = [
  {
    name: 'the anti-affinity selects labels that no pod has',
    guideline: 'product-pods-spread',
    async apply({ ledger }) {
      const { kube, plan } = ledger;
      const back = await changeObject(kube, pathsOf(plan).product, {
        spec: {
          template: {
            spec: {
              affinity: {
                podAntiAffinity: {
                  preferredDuringSchedulingIgnoredDuringExecution: [
                    {
                      weight: 100,
                      podAffinityTerm: {
                        topologyKey: 'kubernetes.io/hostname',
                        labelSelector: {
                          matchLabels: {
                            'app.kubernetes.io/name': 'scalardl-ledger',
                          },
                        },
                      },
                    },
                  ],
                },
              },
            },
          },
        },
      });
      await settled(ledger);
      return async () => {
        await back();
        await settled(ledger);
      };
    },
    expect: { 'product-pods-spread/ledger': 'fail' },
    observed: 'scalardl-ledger-ledger',
  },
];
