/** The namespace of applications that should not be there. */
export const APPLICATIONS = 'applications';

export const IMAGE = 'registry.test/shop:1';

const labels = (name: string) => ({ app: name });
const metadata = (name: string) => ({ name, namespace: APPLICATIONS });

export function podSpec(image = IMAGE): object {
  return { containers: [{ name: 'main', image }] };
}

function template(name: string, spec = podSpec()): object {
  return { metadata: { labels: labels(name) }, spec };
}

function replicated(
  kind: string,
  name: string,
  { replicas, spec }: { replicas: number; spec?: object },
): object {
  return {
    apiVersion: 'apps/v1',
    kind,
    metadata: metadata(name),
    spec: {
      replicas,
      selector: { matchLabels: labels(name) },
      ...(kind === 'StatefulSet' && { serviceName: name }),
      template: template(name, spec),
    },
  };
}

const JOB = {
  template: { spec: { ...podSpec(), restartPolicy: 'Never' } },
};

/** Everything that makes pods, each in the way that a naive look overlooks. */
export const applications: readonly object[] = [
  { apiVersion: 'v1', kind: 'Namespace', metadata: { name: APPLICATIONS } },
  replicated('Deployment', 'running', {
    replicas: 2,
    spec: {
      initContainers: [{ name: 'first', image: 'registry.test/first:1' }],
      ...podSpec(),
    },
  }),
  replicated('Deployment', 'asleep', { replicas: 0 }),
  replicated('StatefulSet', 'store', { replicas: 1 }),
  replicated('ReplicaSet', 'bare-set', { replicas: 1 }),
  {
    apiVersion: 'v1',
    kind: 'ReplicationController',
    metadata: metadata('old'),
    spec: {
      replicas: 0,
      selector: labels('old'),
      template: template('old'),
    },
  },
  {
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: metadata('agent'),
    spec: {
      selector: { matchLabels: labels('agent') },
      template: template('agent'),
    },
  },
  {
    apiVersion: 'batch/v1',
    kind: 'CronJob',
    metadata: metadata('nightly'),
    spec: { schedule: '0 0 1 1 *', jobTemplate: { spec: JOB } },
  },
  {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: metadata('once'),
    spec: { ...JOB, suspend: true },
  },
  {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { ...metadata('bare'), labels: labels('bare') },
    spec: podSpec(),
  },
];

/** A kind that nobody knows, whose objects own pods; `Job` in the group of somebody else is one too. */
export function customKind(group: string, kind: string): object {
  const plural = `${kind.toLowerCase()}s`;
  return installedKind({ group, kind, plural, version: 'v1' });
}

/** A kind that somebody installed, without a schema. */
export function installedKind({
  group,
  kind,
  plural,
  version,
  scope = 'Namespaced',
}: {
  group: string;
  kind: string;
  plural: string;
  version: string;
  scope?: string;
}): object {
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: `${plural}.${group}` },
    spec: {
      group,
      scope,
      names: { kind, plural, singular: kind.toLowerCase() },
      versions: [
        {
          name: version,
          served: true,
          storage: true,
          schema: {
            openAPIV3Schema: {
              type: 'object',
              'x-kubernetes-preserve-unknown-fields': true,
            },
          },
        },
      ],
    },
  };
}

/** A pod that the object owns. */
export function ownedPod(
  name: string,
  owner: { apiVersion: string; kind: string; name: string; uid: string },
  image = IMAGE,
): object {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      ...metadata(name),
      ownerReferences: [{ ...owner, controller: true }],
    },
    spec: podSpec(image),
  };
}
