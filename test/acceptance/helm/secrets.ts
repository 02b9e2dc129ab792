import {
  ofKind,
  type KubernetesObject,
  type PodSpec,
  type ServiceMonitor,
  type Workload,
} from './kubernetes';

/** A Kubernetes secret, written `<namespace>/<name>`. */
export type SecretName = string;

/** Secrets that the objects expect to be there, those that the charts bring along left out. */
export function expectedSecrets(
  objects: readonly KubernetesObject[],
): Set<SecretName> {
  const own = new Set(
    ofKind(objects, 'Secret').map(({ metadata }) =>
      secretName(metadata.namespace, metadata.name),
    ),
  );
  const ofPods = ['Deployment', 'Job']
    .flatMap(kind => ofKind<Workload>(objects, kind))
    .flatMap(({ metadata, spec }) =>
      secretsOfPod(spec.template.spec).map(name =>
        secretName(metadata.namespace, name),
      ),
    );
  const ofMonitors = ofKind<ServiceMonitor>(objects, 'ServiceMonitor').flatMap(
    ({ metadata, spec }) =>
      spec.endpoints.flatMap(({ tlsConfig }) =>
        tlsConfig
          ? [secretName(metadata.namespace, tlsConfig.ca.secret.name)]
          : [],
      ),
  );
  return new Set([...ofPods, ...ofMonitors].filter(name => !own.has(name)));
}

function secretName(namespace: string | undefined, name: string): SecretName {
  return `${namespace}/${name}`;
}

function secretsOfPod(pod: PodSpec): string[] {
  return [
    ...(pod.imagePullSecrets ?? []).map(({ name }) => name),
    ...(pod.volumes ?? []).flatMap(secretsOfVolume),
    ...pod.containers.flatMap(({ env, envFrom }) => [
      ...(envFrom ?? []).map(({ secretRef }) => secretRef?.name),
      ...(env ?? []).map(({ valueFrom }) => valueFrom?.secretKeyRef?.name),
    ]),
  ].filter(name => name !== undefined);
}

export function secretsOfVolume({
  secret,
  projected,
}: NonNullable<PodSpec['volumes']>[number]): string[] {
  return [
    ...(secret ? [secret.secretName] : []),
    ...(projected?.sources ?? []).flatMap(source =>
      source.secret ? [source.secret.name] : [],
    ),
  ];
}

/** The secrets that the generated README tells a person to create on one side, each with its keys. */
export function documentedSecrets(
  readme: string,
  cluster: string,
): Map<SecretName, Set<string>> {
  const [commands = ''] = [...readme.matchAll(/```bash\n(.*?)```/gs)]
    .map(([, text = '']) => text.replaceAll('\\\n', ' '))
    .filter(text => text.includes(`update-kubeconfig`))
    .filter(text => text.includes(` --name ${cluster}\n`));
  return new Map(
    commands.split('\n').flatMap(command => {
      const [, name, namespace] =
        /^kubectl create secret \S+ (\S+) --namespace (\S+)/.exec(command) ??
        [];
      if (!name) return [];
      const keys = [...command.matchAll(/--from-(?:file|literal)=([^=\s]+)/g)];
      return [
        [
          secretName(namespace, name),
          new Set(keys.map(([, key = '']) => key)),
        ] as const,
      ];
    }),
  );
}
