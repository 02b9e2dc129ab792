import type { Mutation } from '../mutation.ts';
import { pathsOf } from '../paths.ts';
import { podLabels } from '../../world/manifests/release.ts';
import type { WorldSide } from '../../world/world.ts';
import { rollOutPods } from '../rollOut.ts';

export const mutations: Mutation[] = [
  {
    name: 'the anti-affinity selects labels that no pod has',
    guideline: 'product-pods-spread',
    apply: ({ ledger }) =>
      keepApart(ledger, {
        labelSelector: {
          matchLabels: { 'app.kubernetes.io/name': 'scalardl-ledger' },
        },
      }),
    expect: { 'product-pods-spread/ledger': 'fail' },
    observed: 'scalardl-ledger-ledger',
  },
  {
    name: "the anti-affinity names the Ledger's chart on the Auditor's side",
    guideline: 'product-pods-spread',
    apply: ({ auditor }) =>
      keepApart(auditor, {
        labelSelector: {
          matchExpressions: [
            {
              key: 'app.kubernetes.io/name',
              operator: 'In',
              values: ['scalardl'],
            },
          ],
        },
      }),
    expect: { 'product-pods-spread/auditor': 'fail' },
    observed: 'scalardl-auditor-auditor',
  },
  {
    name: 'the anti-affinity looks at another namespace',
    guideline: 'product-pods-spread',
    apply: ({ auditor }) =>
      keepApart(auditor, {
        namespaces: ['default'],
        labelSelector: { matchLabels: podLabels(auditor.plan, 'auditor') },
      }),
    expect: { 'product-pods-spread/auditor': 'fail' },
    observed: 'scalardl-auditor-auditor',
  },
  {
    name: 'there is no anti-affinity, and a spread constraint does the same',
    guideline: 'product-pods-spread',
    apply: ({ ledger }) =>
      rollOutPods(ledger, pathsOf(ledger.plan).product, {
        affinity: null,
        topologySpreadConstraints: [
          {
            maxSkew: 1,
            topologyKey: 'kubernetes.io/hostname',
            whenUnsatisfiable: 'ScheduleAnyway',
            labelSelector: { matchLabels: podLabels(ledger.plan, 'ledger') },
          },
        ],
      }),
    expect: {},
    because:
      'the constraint selects the pods and allows one pod more on a node',
  },
  {
    name: 'a spread constraint allows all three pods on one node',
    guideline: 'product-pods-spread',
    apply: ({ ledger }) =>
      rollOutPods(ledger, pathsOf(ledger.plan).product, {
        affinity: null,
        topologySpreadConstraints: [
          {
            maxSkew: 3,
            topologyKey: 'kubernetes.io/hostname',
            whenUnsatisfiable: 'DoNotSchedule',
            labelSelector: { matchLabels: podLabels(ledger.plan, 'ledger') },
          },
        ],
      }),
    expect: { 'product-pods-spread/ledger': 'fail' },
    observed: 'maxSkew',
  },
];

/** Three nodes hold one pod each, whatever their Deployment says. */
function keepApart(side: WorldSide, term: object) {
  return rollOutPods(side, pathsOf(side.plan).product, {
    affinity: {
      podAntiAffinity: {
        preferredDuringSchedulingIgnoredDuringExecution: [
          {
            weight: 100,
            podAffinityTerm: { topologyKey: 'kubernetes.io/hostname', ...term },
          },
        ],
      },
    },
  });
}
