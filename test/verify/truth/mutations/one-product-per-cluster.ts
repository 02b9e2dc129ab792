import { podLabels } from '../../world/manifests/release.ts';
import type { Manifest } from '../../world/resources.ts';
import type { SidePlan } from '../../world/sidePlan.ts';
import { addObjects } from '../change.ts';
import type { Mutation } from '../mutation.ts';

export const mutations: Mutation[] = [
  {
    name: "the other product's image runs under other labels",
    guideline: 'one-product-per-cluster',
    apply: ({ ledger }) =>
      addObjects(
        ledger.kube,
        deployment(ledger.plan, {
          labels: { app: 'inspector' },
          image: 'ghcr.io/scalar-labs/scalardl-auditor-byol:3.13.0',
        }),
      ),
    expect: {
      'no-application-workloads/ledger': 'fail',
      'one-product-per-cluster/ledger': 'fail',
    },
    observed: 'scalardl-auditor-byol',
  },
  {
    name: "another image runs under the other product's labels",
    guideline: 'one-product-per-cluster',
    apply: ({ ledger, auditor }) =>
      addObjects(
        auditor.kube,
        deployment(auditor.plan, {
          labels: podLabels(ledger.plan, 'ledger'),
          image: 'registry.acme.example/scalardl-ledger:3.13.0',
        }),
      ),
    expect: {
      'no-application-workloads/auditor': 'fail',
      'one-product-per-cluster/auditor': 'fail',
    },
    observed: 'inspector',
  },
  {
    name: "the other product's Envoy runs, which has the same image and application label",
    guideline: 'one-product-per-cluster',
    apply: ({ ledger, auditor }) =>
      addObjects(
        ledger.kube,
        deployment(ledger.plan, {
          labels: podLabels(auditor.plan, 'envoy'),
          image: 'ghcr.io/scalar-labs/scalar-envoy:1.6.1',
        }),
      ),
    expect: { 'one-product-per-cluster/ledger': 'fail' },
    observed: 'inspector',
  },
];

function deployment(
  { namespace }: SidePlan,
  { labels, image }: { labels: Record<string, string>; image: string },
): Manifest {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'inspector', namespace },
    spec: {
      replicas: 0,
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: { containers: [{ name: 'main', image }] },
      },
    },
  };
}
