import type {
  Container,
  PodSpec,
  Volume,
  VolumeSource,
} from '../workloads/podSpec';

/** Where the content of a mounted file comes from. */
export interface MountedFrom {
  kind: 'configMap' | 'secret';
  name: string;
  optional: boolean;
  /** Key of the ConfigMap or Secret. */
  key: string;
}

interface Source extends VolumeSource {
  kind: MountedFrom['kind'];
}

/** ConfigMaps or Secrets that the pods mount, each once. */
export function mountedNames(
  pod: PodSpec,
  kind: MountedFrom['kind'],
): { name: string; optional: boolean }[] {
  const sources = (pod.volumes ?? [])
    .flatMap(sourcesOf)
    .filter(source => source.kind === kind);
  const names = [...new Set(sources.map(({ name }) => name))];
  return names.map(name => ({
    name,
    optional: sources.every(
      source => source.name !== name || source.optional === true,
    ),
  }));
}

/** Where the file that the container sees under the path may come from; the first that has the key is it. */
export function mountedFrom(
  pod: PodSpec,
  container: Container,
  path: string,
): MountedFrom[] {
  return (container.volumeMounts ?? []).flatMap(mount => {
    const inVolume = pathInVolume(mount, path);
    if (inVolume === undefined) return [];
    return (pod.volumes ?? [])
      .filter(({ name }) => name === mount.name)
      .flatMap(sourcesOf)
      .flatMap(source => keyed(source, inVolume));
  });
}

/** Paths of files of this name that the container may see, as each mount tells. */
export function mountedPaths(container: Container, file: string): string[] {
  return (container.volumeMounts ?? []).map(({ mountPath }) =>
    mountPath.endsWith(`/${file}`) ? mountPath : join(mountPath, file),
  );
}

function pathInVolume(
  { mountPath, subPath }: { mountPath: string; subPath?: string },
  path: string,
): string | undefined {
  if (path === mountPath) return subPath;
  const folder = join(mountPath, '');
  if (!path.startsWith(folder)) return undefined;
  return join(subPath ?? '', path.slice(folder.length));
}

function keyed(
  { kind, name, optional = false, items }: Source,
  path: string,
): MountedFrom[] {
  const key = items ? items.find(item => item.path === path)?.key : path;
  return key === undefined ? [] : [{ kind, name, optional, key }];
}

function sourcesOf({ configMap, secret, projected }: Volume): Source[] {
  return [
    ...(configMap ? [{ ...configMap, kind: 'configMap' as const }] : []),
    ...(secret
      ? [{ ...secret, name: secret.secretName, kind: 'secret' as const }]
      : []),
    ...(projected?.sources ?? []).flatMap(one => [
      ...(one.configMap
        ? [{ ...one.configMap, kind: 'configMap' as const }]
        : []),
      ...(one.secret ? [{ ...one.secret, kind: 'secret' as const }] : []),
    ]),
  ];
}

function join(folder: string, name: string): string {
  return folder === '' ? name : `${folder.replace(/\/$/, '')}/${name}`;
}
