import { valueAt } from '../source/valueAt';
import type { KeyPath } from '../source/keyPath';
import { type Rule, sidesOf } from './rule';

/** Keys of a ClusterConfig that make a cluster speak IPv6. */
const IPV6_KEYS: readonly {
  path: KeyPath;
  turnsOn: (value: unknown) => boolean;
}[] = [
  {
    path: ['kubernetesNetworkConfig', 'ipFamily'],
    turnsOn: value => String(value).toLowerCase() === 'ipv6',
  },
  { path: ['vpc', 'ipv6Cidr'], turnsOn: value => value !== undefined },
  { path: ['vpc', 'ipv6Pool'], turnsOn: value => value !== undefined },
];

/** No overlay turns a cluster to IPv6, because that was never tried: pods would need other routes and load balancers. */
export const ipv6: Rule = environment =>
  sidesOf(environment).flatMap(({ parts, path }) =>
    IPV6_KEYS.flatMap(({ path: inner, turnsOn }) => {
      const value = valueAt(parts.eksctl, inner);
      if (!turnsOn(value)) return [];
      return [
        {
          path: [...path, 'eksctl', ...inner],
          expected: 'an IPv4 cluster',
          received: String(value),
          remedy:
            'Remove the key: IPv6 clusters were not tried with this project.',
        },
      ];
    }),
  );
