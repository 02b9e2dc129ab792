import { planOf } from './plan';
import type { Situation } from './situation';
import { cluster, config, situation, state } from './situation.fixture';

/** `kind: what` of every step. */
function steps(given: Situation): string[] {
  return planOf(given).steps.map(({ kind, what }) => `${kind}: ${what}`);
}

describe('the endpoint', () => {
  const bootstrap = { endpoint: 'bootstrap', bootstrapCidr: '203.0.113.7/32' };
  const open = state({
    cluster: cluster({
      endpoint: {
        publicAccess: true,
        privateAccess: true,
        publicAccessCidrs: ['203.0.113.7/32'],
      },
    }),
  });

  it.each<[string, Situation, string[]]>([
    [
      'opened to one address by a bootstrap',
      situation({ choices: { ...bootstrap, endpoint: 'bootstrap' } }),
      [
        'set-endpoint: set the Kubernetes API endpoint from private only to public to 203.0.113.7/32 and private',
      ],
    ],
    [
      'left open by another bootstrap from there',
      situation({
        state: open,
        choices: { ...bootstrap, endpoint: 'bootstrap' },
      }),
      [],
    ],
    [
      'closed afterwards',
      situation({ state: open }),
      [
        'set-endpoint: set the Kubernetes API endpoint from public to 203.0.113.7/32 and private to private only',
      ],
    ],
    [
      'kept where that is wanted',
      situation({ state: open, choices: { endpoint: 'keep' } }),
      [],
    ],
    [
      'opened to the declared ranges',
      situation({
        config: config({
          vpc: {
            clusterEndpoints: { publicAccess: true, privateAccess: true },
            publicAccessCIDRs: ['198.51.100.0/24'],
          },
        }),
      }),
      [
        'set-endpoint: set the Kubernetes API endpoint from private only to public to 198.51.100.0/24 and private',
      ],
    ],
    [
      'not touched where the file does not say',
      situation({ config: config({ vpc: {} }), state: open }),
      [],
    ],
  ])('is %s', (_, given, expected) => {
    expect(steps(given)).toEqual(expected);
  });
});
