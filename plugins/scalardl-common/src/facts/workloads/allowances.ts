import type { AllowedWorkload } from '../../environment/schema';
import type { Side } from '../../report/report';
import { imageRepository, isWithin } from './imageRepository';
import { SYSTEM_NAMESPACES } from './systemNamespaces';

/** What somebody said about images and namespaces, in `scalardl.yaml` or in the input `sides`. */
export interface Allowances {
  /** Beginnings of repositories that copy Scalar's images. */
  imageMirrors: readonly string[];
  /** Namespaces of tools, beside the usual ones. */
  systemNamespaces: readonly string[];
  allowedWorkloads: readonly AllowedWorkload[];
}

export const NO_ALLOWANCES: Allowances = {
  imageMirrors: [],
  systemNamespaces: [],
  allowedWorkloads: [],
};

/** Whether the image is one of the copies of Scalar's images that were named. */
export function isMirrored(
  image: string,
  allowances: Pick<Allowances, 'imageMirrors'>,
): boolean {
  return allowances.imageMirrors.some(mirror =>
    isWithin(imageRepository(image), mirror),
  );
}

export function isSystemNamespace(
  namespace: string | undefined,
  allowances: Allowances,
): boolean {
  return (
    namespace !== undefined &&
    (SYSTEM_NAMESPACES.includes(namespace) ||
      allowances.systemNamespaces.includes(namespace))
  );
}

export interface Placed {
  image: string;
  namespace: string | undefined;
  side: Side;
}

/**
 * Whether the product or the cluster's own parts run in the namespace, so that an entry that allows every image
 * there would let anything hide beside them.
 */
export function needsImage(
  namespace: string | undefined,
  productNamespaces: readonly string[],
): boolean {
  return (
    namespace !== undefined &&
    (productNamespaces.includes(namespace) || namespace.startsWith('kube-'))
  );
}

/** The entry that allows the image in the namespace. */
export function allowanceFor(
  { image, namespace, side }: Placed,
  {
    allowances,
    productNamespaces,
  }: { allowances: Allowances; productNamespaces: readonly string[] },
): AllowedWorkload | undefined {
  const repository = imageRepository(image);
  return allowances.allowedWorkloads.find(
    entry =>
      entry.namespace === namespace &&
      (entry.side === undefined || entry.side === side) &&
      (entry.image === undefined
        ? !needsImage(namespace, productNamespaces)
        : isWithin(repository, entry.image)),
  );
}

/** Why something foreign may run, as a report says it. */
export function explainAllowance({ reason, owner }: AllowedWorkload): string {
  return `allowed by ${owner}: ${reason}`;
}
