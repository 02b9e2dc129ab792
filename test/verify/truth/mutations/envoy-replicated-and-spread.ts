import type { Mutation } from '../mutation.ts';
import { pathsOf } from '../paths.ts';
import { podLabels } from '../../world/manifests/release.ts';
import { rollOut, rollOutContainer, rollOutPods } from '../rollOut.ts';

export const mutations: Mutation[] = [
  {
    name: 'Envoy has two pods while the product has three',
    guideline: 'envoy-replicated-and-spread',
    apply: ({ auditor }) =>
      rollOut(auditor, pathsOf(auditor.plan).envoy, { spec: { replicas: 2 } }),
    expect: { 'envoy-replicated-and-spread/auditor': 'fail' },
    observed: '2 of 2 Envoy pods',
  },
  {
    name: 'Envoy asks for nothing, as its chart has it',
    guideline: 'envoy-replicated-and-spread',
    apply: ({ ledger }) =>
      rollOutContainer(ledger, pathsOf(ledger.plan).envoy, { resources: {} }),
    expect: { 'envoy-replicated-and-spread/ledger': 'fail' },
    observed: 'scalardl-ledger-envoy',
  },
  {
    name: "Envoy keeps away from the product's pods, and not from its own",
    guideline: 'envoy-replicated-and-spread',
    apply: ({ ledger }) =>
      rollOutPods(ledger, pathsOf(ledger.plan).envoy, {
        affinity: {
          podAntiAffinity: {
            preferredDuringSchedulingIgnoredDuringExecution: [
              {
                weight: 100,
                podAffinityTerm: {
                  topologyKey: 'kubernetes.io/hostname',
                  labelSelector: {
                    matchLabels: podLabels(ledger.plan, 'ledger'),
                  },
                },
              },
            ],
          },
        },
      }),
    expect: { 'envoy-replicated-and-spread/ledger': 'fail' },
    observed: 'scalardl-ledger-envoy',
  },
];
