import { mountedFrom, mountedNames, mountedPaths } from './mounts';

const POD = {
  volumes: [
    { name: 'whole', configMap: { name: 'all-of-it' } },
    {
      name: 'some',
      secret: {
        secretName: 'keys',
        items: [{ key: 'own-key', path: 'private/key.pem' }],
      },
    },
    {
      name: 'several',
      projected: {
        sources: [
          { secret: { name: 'tls-key', optional: true } },
          { configMap: { name: 'tls-ca' } },
        ],
      },
    },
  ],
};

function container(mountPath: string, name: string, subPath?: string) {
  return {
    name: 'ledger',
    volumeMounts: [{ name, mountPath, ...(subPath && { subPath }) }],
  };
}

describe('mountedFrom', () => {
  it.each([
    {
      title: 'a file in a folder',
      mount: container('/etc/app', 'whole'),
      path: '/etc/app/app.properties',
      sources: [['configMap', 'all-of-it', 'app.properties']],
    },
    {
      title: 'one file that is mounted by itself',
      mount: container('/scalar/app.properties', 'whole', 'a.tmpl'),
      path: '/scalar/app.properties',
      sources: [['configMap', 'all-of-it', 'a.tmpl']],
    },
    {
      title: 'a file in a folder of a volume',
      mount: container('/keys', 'some', 'private'),
      path: '/keys/key.pem',
      sources: [['secret', 'keys', 'own-key']],
    },
    {
      title: 'a key that is mounted under another name',
      mount: container('/keys/', 'some'),
      path: '/keys/private/key.pem',
      sources: [['secret', 'keys', 'own-key']],
    },
    {
      title: 'a key that is not among those that are mounted',
      mount: container('/keys', 'some'),
      path: '/keys/own-key',
      sources: [],
    },
    {
      title: 'a volume of several sources',
      mount: container('/tls', 'several'),
      path: '/tls/tls.key',
      sources: [
        ['secret', 'tls-key', 'tls.key'],
        ['configMap', 'tls-ca', 'tls.key'],
      ],
    },
    {
      title: 'a folder whose name only begins alike',
      mount: container('/keys', 'whole'),
      path: '/keys-of-others/key',
      sources: [],
    },
    {
      title: 'a volume that is not there',
      mount: container('/keys', 'nowhere'),
      path: '/keys/key',
      sources: [],
    },
  ])('finds the source of $title', ({ mount, path, sources }) => {
    expect(
      mountedFrom(POD, mount, path).map(({ kind, name, key }) => [
        kind,
        name,
        key,
      ]),
    ).toEqual(sources);
  });
});

describe('mountedPaths', () => {
  it('tells under which paths a file of that name can be', () => {
    const paths = (mountPath: string) =>
      mountedPaths(container(mountPath, 'whole'), 'ledger.properties');
    expect(paths('/scalar/ledger/ledger.properties')).toEqual([
      '/scalar/ledger/ledger.properties',
    ]);
    expect(paths('/scalar/ledger')).toEqual([
      '/scalar/ledger/ledger.properties',
    ]);
  });
});

describe('mountedNames', () => {
  it('names each once, and says whether pods can do without it', () => {
    expect(mountedNames(POD, 'secret')).toEqual([
      { name: 'keys', optional: false },
      { name: 'tls-key', optional: true },
    ]);
  });
});
