import { documentOf, documentsOf } from '../document.fixture';
import { envoyWorkload, productWorkload } from '../release/workload';
import type { PodConnection } from '../kubernetes/policyAdmission';
import { podHop } from './podHop';

const RELEASE = { name: 'scalardl-ledger', namespace: 'scalardl-ledger' };
const values = documentOf('{}');
const ledger = productWorkload(values, { side: 'ledger', release: RELEASE });
const unnamed = productWorkload(values, { side: 'ledger', release: undefined });
const envoy = envoyWorkload(values, { side: 'ledger', release: RELEASE });
if (!envoy) throw new Error('no Envoy');

const policy = (spec: string, namespace = 'scalardl-ledger', name = 'p') =>
  `{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: ${name}, namespace: ${namespace}}, spec: ${spec}}`;

const named = (name: string, spec: string) =>
  policy(spec, 'scalardl-ledger', name);

const DENY = '{podSelector: {}}';
const from = (...cidrs: string[]) =>
  `{podSelector: {}, ingress: [${cidrs.map(cidr => `{from: [{ipBlock: {cidr: ${cidr}}}]}`).join(', ')}]}`;

const hop = (policies: string[], connection: Partial<PodConnection> = {}) =>
  podHop(documentsOf(policies.join('\n---\n')), {
    workload: ledger,
    direction: 'Ingress',
    peer: { ranges: ['10.1.0.0/24'] },
    port: 50051,
    ...connection,
  });

const answer = (...query: Parameters<typeof hop>) => hop(...query).answer;
const detail = (...query: Parameters<typeof hop>) => hop(...query).detail;

describe('podHop', () => {
  it('admits everything without a policy', () => {
    expect(answer([])).toBe('yes');
  });

  it.each([
    ['an empty policy refuses', '{podSelector: {}}', 'no'],
    [
      'a rule without peers and ports admits',
      '{podSelector: {}, ingress: [{}]}',
      'yes',
    ],
    [
      'a block that covers admits',
      '{podSelector: {}, ingress: [{from: [{ipBlock: {cidr: 10.0.0.0/8}}]}]}',
      'yes',
    ],
    [
      'a block that covers half refuses',
      '{podSelector: {}, ingress: [{from: [{ipBlock: {cidr: 10.1.0.0/25}}]}]}',
      'no',
    ],
    [
      'two blocks cover together',
      '{podSelector: {}, ingress: [{from: [{ipBlock: {cidr: 10.1.0.0/25}}]}, {from: [{ipBlock: {cidr: 10.1.0.128/25}}]}]}',
      'yes',
    ],
    [
      'a hole in the block refuses',
      '{podSelector: {}, ingress: [{from: [{ipBlock: {cidr: 10.0.0.0/8, except: [10.1.0.4/32]}}]}]}',
      'no',
    ],
    [
      'another port refuses',
      '{podSelector: {}, ingress: [{ports: [{port: 50052}]}]}',
      'no',
    ],
    [
      'a range of ports admits',
      '{podSelector: {}, ingress: [{ports: [{port: 50000, endPort: 50100}]}]}',
      'yes',
    ],
    [
      'a protocol without a port admits',
      '{podSelector: {}, ingress: [{ports: [{protocol: TCP}]}]}',
      'yes',
    ],
    [
      'another protocol refuses',
      '{podSelector: {}, ingress: [{ports: [{protocol: UDP, port: 50051}]}]}',
      'no',
    ],
    [
      'pods are no addresses',
      '{podSelector: {}, ingress: [{from: [{podSelector: {}}]}]}',
      'no',
    ],
    [
      'a policy of type Egress does not speak of callers',
      '{podSelector: {}, policyTypes: [Egress]}',
      'yes',
    ],
    [
      'a policy for other pods does not speak of these',
      '{podSelector: {matchLabels: {app: other}}}',
      'yes',
    ],
  ])('%s', (_, spec, expected) => {
    expect(answer([policy(spec)])).toBe(expected);
  });

  it('leaves policies of other namespaces aside', () => {
    expect(answer([policy('{podSelector: {}}', 'default')])).toBe('yes');
  });

  it('adds policies up', () => {
    expect(
      answer([
        policy('{podSelector: {}}'),
        policy(
          '{podSelector: {matchLabels: {app.kubernetes.io/app: ledger}}, ingress: [{}]}',
        ),
      ]),
    ).toBe('yes');
  });

  it.each([
    [
      'selects the caller',
      '{podSelector: {matchLabels: {app.kubernetes.io/app: envoy}}}',
      'yes',
    ],
    [
      'selects another',
      '{podSelector: {matchLabels: {app.kubernetes.io/app: ledger}}}',
      'no',
    ],
    [
      'names the namespace',
      '{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: scalardl-ledger}}}',
      'yes',
    ],
    [
      'names another namespace',
      '{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: default}}}',
      'no',
    ],
    [
      'asks for a label that nobody told',
      '{namespaceSelector: {matchLabels: {team: pay}}}',
      'unknown',
    ],
    [
      'names addresses, which pods have too',
      '{ipBlock: {cidr: 10.1.0.0/20}}',
      'unknown',
    ],
  ])('answers for pods where a peer %s', (_, peer, expected) => {
    expect(
      answer([policy(`{podSelector: {}, ingress: [{from: [${peer}]}]}`)], {
        peer: { pods: envoy },
      }),
    ).toBe(expected);
  });

  it('asks the egress rules for calls of the pods', () => {
    const rules =
      '{podSelector: {}, policyTypes: [Egress], egress: [{to: [{ipBlock: {cidr: 10.1.0.0/20}}]}]}';
    expect(answer([policy(rules)], { direction: 'Egress' })).toBe('yes');
    expect(
      answer([policy(rules)], {
        direction: 'Egress',
        peer: { ranges: ['10.9.0.0/24'] },
      }),
    ).toBe('no');
  });

  describe('where the release’s name is not known', () => {
    const byName = (ingress: string) =>
      policy(
        `{podSelector: {matchLabels: {app.kubernetes.io/instance: pay}}, ingress: ${ingress}}`,
        'pay',
      );

    it.each([
      ['a policy that may select and refuses', [byName('[]')], 'unknown'],
      ['a policy that may select and admits', [byName('[{}]')], 'unknown'],
      [
        'a policy that surely selects and admits',
        [byName('[]'), policy('{podSelector: {}, ingress: [{}]}')],
        'yes',
      ],
      [
        'a policy that surely refuses, whatever the other does',
        [byName('[]'), policy('{podSelector: {}}')],
        'no',
      ],
      [
        'a policy that may add what another one refuses',
        [byName('[{}]'), policy('{podSelector: {}}')],
        'unknown',
      ],
    ])('answers %s', (_, policies, expected) => {
      expect(answer(policies, { workload: unnamed })).toBe(expected);
    });
  });

  describe('says', () => {
    it('which entry of which policy admits', () => {
      expect(
        detail([
          named('deny', DENY),
          named('callers', from('10.9.0.0/16', '10.0.0.0/8')),
        ]),
      ).toBe(
        'scalardl-ledger/callers ingress[1] admits 10.1.0.0/24 to Ledger pods on tcp 50051',
      );
    });

    it('which entries admit together, and not those that add nothing', () => {
      expect(
        detail([
          named('halves', from('10.1.0.0/25', '10.9.0.0/16')),
          named('other', from('10.1.0.128/25')),
        ]),
      ).toBe(
        'scalardl-ledger/halves ingress[0] and scalardl-ledger/other ingress[0] admit 10.1.0.0/24 to Ledger pods on tcp 50051',
      );
    });

    it('which policies select the pods and leave the peer out, and what of it', () => {
      expect(
        detail([
          named('deny', DENY),
          named('half', from('10.1.0.0/25')),
          named('others', '{podSelector: {matchLabels: {app: other}}}'),
        ]),
      ).toBe(
        'scalardl-ledger/deny and scalardl-ledger/half select Ledger pods, and no policy admits 10.1.0.128/25 to them on tcp 50051',
      );
    });

    it('where a connection goes that may not leave', () => {
      expect(
        detail([named('deny', '{podSelector: {}, policyTypes: [Egress]}')], {
          direction: 'Egress',
          peer: { somewhere: 'the name server' },
          port: 53,
          protocol: 'UDP',
        }),
      ).toBe(
        'scalardl-ledger/deny selects Ledger pods, and no policy admits them to the name server on udp 53',
      );
    });

    it('only some of many policies', () => {
      expect(
        detail(['a', 'b', 'c', 'd', 'e'].map(name => named(name, DENY))),
      ).toContain(
        'scalardl-ledger/a, scalardl-ledger/b, scalardl-ledger/c and 2 more select Ledger pods',
      );
    });

    it('which entry goes by addresses that pods may have', () => {
      expect(
        detail([named('nodes', from('10.1.0.0/20'))], {
          peer: { pods: envoy },
        }),
      ).toBe(
        'whether scalardl-ledger/nodes ingress[0] admits Envoy pods to Ledger pods on tcp 50051 does not show in labels and addresses alone',
      );
    });

    it('which policy goes by a name that nobody told', () => {
      const byName =
        '{podSelector: {matchLabels: {app.kubernetes.io/instance: pay}}}';
      expect(detail([named('pay', byName)], { workload: unnamed })).toBe(
        'it depends on the release name whether scalardl-ledger/pay selects Ledger pods, and so whether policies admit 10.1.0.0/24 to Ledger pods on tcp 50051',
      );
    });

    it('that nothing restricts the pods', () => {
      expect(detail([])).toBe(
        'no NetworkPolicy restricts the ingress of Ledger pods',
      );
    });
  });
});
