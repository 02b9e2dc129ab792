import { addressesOf } from '../balancer.ts';
import { changeProperties } from '../properties.ts';
import type { Mutation } from '../mutation.ts';
import type { World } from '../../world/world.ts';

const WRONG: Mutation['expect'] = { 'auditor-points-at-ledger/pair': 'fail' };

export const mutations: Mutation[] = [
  {
    name: 'the host is the default, which stands further down and wins',
    guideline: 'auditor-points-at-ledger',
    apply: ({ auditor }) =>
      changeProperties(
        auditor,
        text => `${text}scalar.dl.auditor.ledger.host=localhost\n`,
      ),
    expect: WRONG,
    observed: 'localhost',
  },
  {
    name: 'the host stands in a comment, so that the default holds',
    guideline: 'auditor-points-at-ledger',
    apply: ({ auditor }) =>
      changeProperties(auditor, text =>
        text.replace('scalar.dl.auditor.ledger.host=', '# $&'),
      ),
    expect: WRONG,
    observed: 'is not set',
  },
  {
    name: 'the default stands first, and the load balancer further down',
    guideline: 'auditor-points-at-ledger',
    apply: ({ auditor }) =>
      changeProperties(
        auditor,
        text => `scalar.dl.auditor.ledger.host=localhost\n${text}`,
      ),
    expect: {},
    because: 'of a repeated property the last line counts',
  },
  {
    name: 'the host is a load balancer that was replaced',
    guideline: 'auditor-points-at-ledger',
    apply: world => call(world, host => `old-${host}`),
    expect: WRONG,
    observed: ({ ledger }) => `old-${ledger.balancerHost}`,
  },
  {
    name: 'the host is written in capitals, with a dot at its end',
    guideline: 'auditor-points-at-ledger',
    apply: world => call(world, host => `${host.toUpperCase()}.`),
    expect: {},
    because: 'names of DNS are the same in letters of either size',
  },
  {
    name: 'the host is the name of the load balancer in one zone',
    guideline: 'auditor-points-at-ledger',
    apply: world => call(world, host => `ap-northeast-1a.${host}`),
    expect: {},
    because: 'it leads to the same load balancer',
  },
  {
    name: 'the host is an address of the load balancer',
    guideline: 'auditor-points-at-ledger',
    async apply(world) {
      const [address = ''] = await addressesOf(world.ledger);
      return call(world, () => address);
    },
    expect: {},
    because: 'it leads to the same load balancer',
  },
  {
    name: 'the host is the Service of the Ledger, as within one cluster',
    guideline: 'auditor-points-at-ledger',
    apply: world =>
      call(world, () => 'scalardl-ledger-envoy.scalardl-ledger.svc'),
    expect: WRONG,
    observed: '.svc',
  },
  {
    name: "the host is the Service of the Auditor's own Envoy, by its short name",
    guideline: 'auditor-points-at-ledger',
    apply: world =>
      call(world, () => 'scalardl-auditor-envoy.scalardl-auditor'),
    expect: WRONG,
    observed: 'own cluster',
  },
  {
    name: "the host is the Auditor's own load balancer",
    guideline: 'auditor-points-at-ledger',
    apply: world => call(world, () => world.auditor.balancerHost),
    expect: WRONG,
    observed: ({ auditor }) => auditor.balancerHost,
  },
];

/** Lets the Auditor call another host than the Ledger's load balancer. */
function call(
  { auditor, ledger }: World,
  change: (host: string) => string,
): ReturnType<Mutation['apply']> {
  return changeProperties(auditor, text =>
    text.replace(ledger.balancerHost, change(ledger.balancerHost)),
  );
}
