import { describeRenderings } from './describeRenderings';
import {
  ofKind,
  selects,
  type KubernetesObject,
  type LabelSelector,
  type NetworkPolicy,
  type PodDisruptionBudget,
  type Service,
  type Workload,
} from './kubernetes';

/** Workloads whose pods the selector chooses. */
function selectedWorkloads(
  objects: readonly KubernetesObject[],
  { selector, namespace }: { selector: LabelSelector; namespace?: string },
): string[] {
  return ['Deployment', 'Job']
    .flatMap(kind => ofKind<Workload>(objects, kind))
    .filter(
      ({ metadata, spec }) =>
        metadata.namespace === namespace &&
        selects(selector, spec.template.metadata.labels),
    )
    .map(({ metadata }) => metadata.name);
}

describeRenderings(({ side }, rendered) => {
  const release = `scalardl-${side}`;
  const productName = `${release}-${side}`;
  const envoyName = `${release}-envoy`;

  const chosenBy = (selector: LabelSelector) =>
    selectedWorkloads(rendered().objects, { selector, namespace: release });
  const policies = () =>
    ofKind<NetworkPolicy>(rendered().manifests, 'NetworkPolicy');

  it('spreads the pods of each Deployment over nodes and zones, choosing its own pods only', () => {
    for (const { metadata, spec } of ofKind<Workload>(
      rendered().objects,
      'Deployment',
    )) {
      const terms = (
        spec.template.spec.affinity?.podAntiAffinity
          ?.preferredDuringSchedulingIgnoredDuringExecution ?? []
      ).map(({ podAffinityTerm }) => podAffinityTerm);
      expect(terms.map(({ topologyKey }) => topologyKey)).toEqual([
        'kubernetes.io/hostname',
        'topology.kubernetes.io/zone',
      ]);
      for (const { labelSelector } of terms) {
        expect(chosenBy(labelSelector)).toEqual([metadata.name]);
      }
    }
  });

  it('has a disruption budget for the product and for Envoy, each choosing its own pods', () => {
    const budgets = ofKind<PodDisruptionBudget>(
      rendered().manifests,
      'PodDisruptionBudget',
    );
    expect(
      budgets.flatMap(({ metadata, spec }) =>
        selectedWorkloads(rendered().objects, {
          selector: spec.selector,
          namespace: metadata.namespace,
        }),
      ),
    ).toEqual([productName, envoyName]);
  });

  it('has no Service without pods', () => {
    for (const { metadata, spec } of ofKind<Service>(
      rendered().objects,
      'Service',
    )) {
      expect({
        service: metadata.name,
        pods: chosenBy({ matchLabels: spec.selector }),
      }).toEqual({
        service: metadata.name,
        pods: [expect.stringMatching(`^(${productName}|${envoyName})$`)],
      });
    }
  });

  it('refuses every connection of every pod that no policy allows', () => {
    const closed = policies().filter(
      ({ spec }) => !spec.ingress && !spec.egress,
    );
    expect(closed.flatMap(({ spec }) => chosenBy(spec.podSelector))).toEqual(
      ofKind(rendered().objects, 'Deployment')
        .concat(ofKind(rendered().objects, 'Job'))
        .map(({ metadata }) => metadata.name),
    );
  });

  it('has no network policy that chooses no pod, or names a peer that is none', () => {
    // The pods of a probe come and go, and no chart makes them.
    const lasting = policies().filter(
      ({ metadata }) => !/^allow-probe-to-/.test(metadata.name),
    );
    for (const { metadata, spec } of lasting) {
      const peers = [
        ...(spec.ingress ?? []).flatMap(({ from }) => from ?? []),
        ...(spec.egress ?? []).flatMap(({ to }) => to ?? []),
      ].filter(peer => !peer.namespaceSelector && !peer.ipBlock);
      for (const { podSelector } of [spec, ...peers]) {
        expect({
          policy: metadata.name,
          pods: chosenBy(podSelector ?? {}),
        }).not.toEqual({ policy: metadata.name, pods: [] });
      }
    }
  });

  it('lets Envoy reach the product, the load balancer reach Envoy, and nobody reach the schema loader', () => {
    const allowedInto = (workload: string) =>
      policies()
        .filter(({ spec }) => chosenBy(spec.podSelector).includes(workload))
        .flatMap(({ spec }) => spec.ingress ?? []);
    const ports = (workload: string, by: (peer: object) => boolean) =>
      allowedInto(workload)
        .filter(({ from }) => (from ?? []).some(by))
        .flatMap(rule => rule.ports ?? [])
        .map(({ port }) => port);
    const served = ofKind<Service>(rendered().objects, 'Service')
      .find(({ metadata }) => metadata.name === envoyName)
      ?.spec.ports.map(({ targetPort }) => targetPort);

    expect(ports(envoyName, peer => 'ipBlock' in peer)).toEqual(served);
    expect(
      ports(
        productName,
        peer => 'podSelector' in peer && !('namespaceSelector' in peer),
      ),
    ).toEqual(served);
    expect(
      rendered()
        .schemaLoading.filter(({ kind }) => kind === 'Job')
        .flatMap(({ metadata }) => allowedInto(metadata.name)),
    ).toEqual([]);
  });
});

describe('the choice of pods', () => {
  const workload = {
    kind: 'Deployment',
    metadata: { name: 'scalardl-ledger-envoy', namespace: 'scalardl-ledger' },
    spec: {
      template: {
        metadata: {
          labels: {
            'app.kubernetes.io/name': 'scalardl',
            'app.kubernetes.io/app': 'envoy',
          },
        },
      },
    },
  };

  it.each([
    { name: 'scalardl', namespace: 'scalardl-ledger', chosen: true },
    { name: 'scalardl-audit', namespace: 'scalardl-ledger', chosen: false },
    { name: 'scalardl', namespace: 'scalardl-auditor', chosen: false },
  ])('is $chosen for $name in $namespace', ({ name, namespace, chosen }) => {
    const selector = { matchLabels: { 'app.kubernetes.io/name': name } };
    expect(selectedWorkloads([workload], { selector, namespace })).toEqual(
      chosen ? ['scalardl-ledger-envoy'] : [],
    );
  });
});
