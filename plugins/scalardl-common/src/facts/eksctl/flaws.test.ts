import { flawsOf } from './flaws';
import { EKSCTL_SHAPE } from './shape';

const MINIMAL = {
  apiVersion: 'eksctl.io/v1alpha5',
  kind: 'ClusterConfig',
  metadata: { name: 'a', region: 'ap-northeast-1' },
};

function flaws(more: Record<string, unknown>, release = EKSCTL_SHAPE.version) {
  return flawsOf({ ...MINIMAL, ...more }, { shape: EKSCTL_SHAPE, release }).map(
    ({ path, ...words }) => ({ path: path.join('.'), ...words }),
  );
}

function paths(more: Record<string, unknown>, release?: string) {
  return flaws(more, release).map(({ path }) => path);
}

describe('flawsOf', () => {
  it('finds none in a small ClusterConfig', () => {
    expect(flaws({})).toEqual([]);
  });

  it('finds every flaw at once', () => {
    expect(
      paths({
        vpc: { cidr: 'x', nat: { gateway: 'One' } },
        managedNodeGroups: [{ name: 1 }, { name: 'b', size: 3 }],
      }),
    ).toEqual([
      'vpc.cidr',
      'vpc.nat.gateway',
      'managedNodeGroups.0.name',
      'managedNodeGroups.1.size',
    ]);
  });

  it('names what is needed and missing, null included', () => {
    expect(paths({ metadata: { name: null } })).toEqual([
      'metadata.name',
      'metadata.region',
    ]);
    expect(paths({ kind: undefined })).toEqual(['kind']);
  });

  it('says which key was probably meant, and nothing where none is near', () => {
    expect(flaws({ managedNodegroups: [] })).toEqual([
      {
        path: 'managedNodegroups',
        perhapsNewer: false,
        expected: 'the key managedNodeGroups',
        observed: 'the unknown key managedNodegroups',
      },
    ]);
    expect(flaws({ zebra: 1 })[0]?.expected).toBe(
      'only keys that eksctl knows',
    );
  });

  it.each([
    ['IPv6 ranges', { vpc: { extraIPv6CIDRs: ['2001:db8::/32'] } }],
    [
      'taints as a list',
      {
        nodeGroups: [
          { name: 'a', taints: [{ key: 'k', effect: 'NoSchedule' }] },
        ],
      },
    ],
    [
      'taints as a map',
      { nodeGroups: [{ name: 'a', taints: { k: 'v:NoSchedule' } }] },
    ],
    [
      'a document of its own',
      { nodeGroups: [{ name: 'a', kubeletExtraConfig: { any: [1] } }] },
    ],
    ['labels', { managedNodeGroups: [{ name: 'a', labels: { 'b/c': 'd' } }] }],
    [
      'an identity provider',
      {
        identityProviders: [
          { type: 'oidc', name: 'a', issuerURL: 'b', clientID: 'c' },
        ],
      },
    ],
    ['a null anywhere', { vpc: null, managedNodeGroups: null }],
  ])('takes %s', (_, more) => {
    expect(flaws(more)).toEqual([]);
  });

  it.each([
    [
      'a number among labels',
      { managedNodeGroups: [{ name: 'a', labels: { b: 1 } }] },
      'managedNodeGroups.0.labels.b',
    ],
    [
      'half a node',
      { managedNodeGroups: [{ name: 'a', minSize: 1.5 }] },
      'managedNodeGroups.0.minSize',
    ],
    ['a map for a list', { addons: { name: 'a' } }, 'addons'],
    ['a list for a map', { vpc: [] }, 'vpc'],
    [
      'a number among taints',
      { nodeGroups: [{ name: 'a', taints: 5 }] },
      'nodeGroups.0.taints',
    ],
  ])('refuses %s', (_, more, path) => {
    expect(paths(more)).toEqual([path]);
  });

  it('refuses what is no map of keys at all', () => {
    expect(
      flawsOf('text', { shape: EKSCTL_SHAPE, release: '0.230.0' }),
    ).toHaveLength(1);
  });
});

describe('flawsOf, by release', () => {
  const rollback = {
    metadata: { ...MINIMAL.metadata, rollbackConfig: { timeoutMinutes: 120 } },
  };
  const fips = {
    managedNodeGroups: [{ name: 'a', amiFamily: 'BottlerocketFips' }],
  };

  it.each([
    [
      'a key',
      rollback,
      '0.228.0',
      '0.229.0',
      'eksctl 0.229.0 or newer for rollbackConfig',
    ],
    [
      'a value',
      fips,
      '0.229.0',
      '0.230.0',
      'eksctl 0.230.0 or newer for amiFamily: BottlerocketFips',
    ],
    [
      'a key that came after the shape',
      { vpc: { controlPlaneOnPrivateSubnets: true } },
      '0.230.0',
      '0.231.0',
      'eksctl 0.231.0 or newer for controlPlaneOnPrivateSubnets',
    ],
  ])(
    'refuses %s before its release and takes it from then on',
    (_, more, before, since, expected) => {
      expect(flaws(more, before)).toMatchObject([
        { expected, observed: `eksctl ${before} is pinned` },
      ]);
      expect(flaws(more, since)).toEqual([]);
    },
  );

  it('takes an older value of a key whose other values are new', () => {
    const older = {
      managedNodeGroups: [{ name: 'a', amiFamily: 'Bottlerocket' }],
    };
    expect(flaws(older, '0.229.0')).toEqual([]);
  });

  it('leaves an unknown key open where a newer release may know it', () => {
    expect(flaws({ zebra: 1 }, '0.240.0')).toMatchObject([
      { perhapsNewer: true },
    ]);
    expect(flaws({ managedNodegroups: [] }, '0.240.0')).toMatchObject([
      { perhapsNewer: false },
    ]);
  });
});
