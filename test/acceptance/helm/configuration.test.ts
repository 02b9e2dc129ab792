import { posix } from 'node:path';
import { parse } from 'yaml';
import { describeRenderings } from './describeRenderings';
import { named, ofKind, type ConfigMap, type Workload } from './kubernetes';
import { documentedSecrets, expectedSecrets, secretsOfVolume } from './secrets';

describeRenderings(({ environment, side, read }, rendered) => {
  const { spec } = environment;
  const release = `scalardl-${side}`;

  const product = () =>
    named<Workload>(rendered().product, {
      kind: 'Deployment',
      name: `${release}-${side}`,
    });
  const schemaLoading = () => {
    const [job] = ofKind<Workload>(rendered().schemaLoading, 'Job');
    if (!job) throw new Error('The schema loading chart rendered no Job.');
    return job;
  };
  const containerOf = (workload: Workload) => {
    const [container] = workload.spec.template.spec.containers;
    if (!container) throw new Error(`${workload.metadata.name} is empty.`);
    return container;
  };
  const productProperties = () =>
    readLines(
      named<ConfigMap>(rendered().product, {
        kind: 'ConfigMap',
        name: `${release}-${side}-properties`,
      }).data[`${side}.properties.tmpl`],
    );
  const databaseProperties = () =>
    readLines(
      named<ConfigMap>(rendered().schemaLoading, {
        kind: 'ConfigMap',
        name: `schema-${side}-schema-loading-database-properties`,
      }).data['database.properties.tmpl'],
    );
  const documented = () =>
    documentedSecrets(read('README.md'), spec[side].clusterName);

  it('creates the tables in the very database that the product uses', () => {
    const ofProduct = [...productProperties()].filter(([key]) =>
      key.startsWith('scalar.db.'),
    );
    expect([...databaseProperties()]).toEqual(ofProduct);
    expect(new Map(ofProduct)).toEqual(
      new Map([
        ['scalar.db.storage', spec[side].database.storage],
        ['scalar.db.contact_points', spec[side].database.contactPoints],
        ['scalar.db.username', expect.stringMatching(/^\$\{env:.+\}$/)],
        ['scalar.db.password', expect.stringMatching(/^\$\{env:.+\}$/)],
      ]),
    );
  });

  it('creates the tables of this side, with the version of the product', () => {
    const container = containerOf(schemaLoading());
    expect(container.env).toContainEqual({ name: 'SCHEMA_TYPE', value: side });
    // The coordinator's table belongs to the Ledger alone.
    expect(container.args?.includes('--coordinator')).toBe(side === 'ledger');
    expect(container.args).not.toContain('--delete-all');
    for (const workload of [schemaLoading(), product()]) {
      expect(containerOf(workload).image).toMatch(
        new RegExp(`:${spec.productVersion}$`),
      );
    }
  });

  it('runs the image of the licence', () => {
    expect(containerOf(product()).image).toMatch(
      spec.licensing === 'byol'
        ? new RegExp(`^ghcr.io/scalar-labs/scalardl-${side}-byol:`)
        : new RegExp(`/scalar/scalardl-${side}-aws-payg:`),
    );
  });

  it('takes every credential from a key of a secret that the README names', () => {
    for (const { workload, properties } of [
      { workload: product(), properties: productProperties() },
      { workload: schemaLoading(), properties: databaseProperties() },
    ]) {
      const given = new Set(
        (containerOf(workload).envFrom ?? []).flatMap(({ secretRef }) => [
          ...(documented().get(`${release}/${secretRef?.name}`) ?? []),
        ]),
      );
      const wanted = [...properties.values()].flatMap(value =>
        [...value.matchAll(/\$\{env:([^}]+)\}/g)].map(([, name]) => name),
      );
      expect(wanted).not.toEqual([]);
      expect(wanted.filter(name => !given.has(name ?? ''))).toEqual([]);
    }
  });

  it('finds every file that its properties name in a mounted secret', () => {
    const files = [...productProperties()].flatMap(([key, value]) =>
      key.endsWith('_path') ? [value] : [],
    );
    expect(files.filter(file => !mountedFiles().has(file))).toEqual([]);
  });

  it('expects the secrets that the README names, and no other', () => {
    // What other charts expect is not rendered here.
    const ofOtherCharts = ['monitoring/grafana-admin'];
    expect([...expectedSecrets(rendered().objects)].sort()).toEqual(
      [...documented().keys()]
        .filter(name => !ofOtherCharts.includes(name))
        .sort(),
    );
  });

  it('runs as a service account that the cluster brings along', () => {
    const account = product().spec.template.spec.serviceAccountName;
    const { iam } = parse(read(`clusters/${side}.yaml`)) as {
      iam: { serviceAccounts?: { metadata: object }[] };
    };
    expect((iam.serviceAccounts ?? []).map(({ metadata }) => metadata)).toEqual(
      account ? [{ name: account, namespace: release }] : [],
    );
  });

  /** Files in the product's container that come out of secrets, by the keys that the README gives them. */
  function mountedFiles(): Set<string> {
    const { volumes } = product().spec.template.spec;
    const mounts = containerOf(product()).volumeMounts ?? [];
    return new Set(
      mounts.flatMap(({ name, mountPath }) =>
        (volumes ?? [])
          .filter(volume => volume.name === name)
          .flatMap(secretsOfVolume)
          .flatMap(secret => [
            ...(documented().get(`${release}/${secret}`) ?? []),
          ])
          .map(key => posix.join(mountPath, key)),
      ),
    );
  }
});

/** The lines `key=value` of a properties text. */
function readLines(text = ''): Map<string, string> {
  return new Map(
    text.split('\n').flatMap(line => {
      const [, key, value] = /^([^#=][^=]*)=(.*)$/.exec(line) ?? [];
      return key === undefined ? [] : [[key, value ?? ''] as const];
    }),
  );
}
