import type { Manifest } from '../resources.ts';

/** Upstream registries and the prefixes under which a pull-through cache holds their images. */
const PREFIXES: readonly [string, string][] = [
  ['ghcr.io/', 'ghcr/'],
  ['quay.io/', 'quay/'],
  ['registry.k8s.io/', 'k8s/'],
  ['public.ecr.aws/', 'ecr-public/'],
];

/**
 * The manifest with every image as a pull-through cache in the registry names it
 * (https://docs.aws.amazon.com/AmazonECR/latest/userguide/pull-through-cache.html); as it is without a registry.
 */
export function mirrored(manifest: Manifest, registry?: string): Manifest {
  if (registry === undefined) return manifest;
  const text = JSON.stringify(manifest, (key, value: unknown) =>
    key === 'image' && typeof value === 'string'
      ? copyOf(value, registry)
      : value,
  );
  return JSON.parse(text) as Manifest;
}

function copyOf(image: string, registry: string): string {
  const [upstream = '', prefix] =
    PREFIXES.find(([each]) => image.startsWith(each)) ?? [];
  return prefix === undefined
    ? image
    : `${registry}/${prefix}${image.slice(upstream.length)}`;
}
