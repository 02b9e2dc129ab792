import type { Side } from '../../../report/report';
import type { LiveSettings } from '../settings';
import { scalarImage } from './scalarImage';

/** One of the product's own parts: Ledger, Auditor, or the Envoy in front of it. */
export type Component = Side | 'envoy';

export const TITLES: Readonly<Record<Component, string>> = {
  ledger: 'Ledger',
  auditor: 'Auditor',
  envoy: 'Envoy',
};

export const COMPONENT_LABEL = 'app.kubernetes.io/app';
export const NAME_LABEL = 'app.kubernetes.io/name';

/** What the charts write into `app.kubernetes.io/name`, of Envoy's pods too; `nameOverride` changes it. */
export const CHART_NAMES: Readonly<Record<Side, string>> = {
  ledger: 'scalardl',
  auditor: 'scalardl-audit',
};

/** Whose parts are looked for, and where. */
export interface ProductQuery {
  side: Side;
  settings: LiveSettings;
}

/** Something that runs containers, as far as it tells what it is. */
export interface Labelled {
  namespace: string | undefined;
  labels: Readonly<Record<string, string>>;
  images: readonly string[];
}

/**
 * Whether something is a part of the side's product: by its labels and one of its images. Labels alone are
 * written quickly, and names depend on the release.
 */
export function isComponent(
  found: Labelled,
  component: Component,
  query: ProductQuery,
): boolean {
  return (
    hasLabelsOf(found, component, query) &&
    found.images.some(image => isImageOf(image, component, query))
  );
}

/** Whether the labels, and the namespace where it is known, are those of the side's component. */
export function hasLabelsOf(
  { namespace, labels }: Labelled,
  component: Component,
  { side, settings }: ProductQuery,
): boolean {
  const release = settings.release[side];
  const instance = labels['app.kubernetes.io/instance'];
  const other = CHART_NAMES[side === 'ledger' ? 'auditor' : 'ledger'];
  return (
    labels[COMPONENT_LABEL] === component &&
    // Envoy's pods have the same `app` on both sides.
    labels[NAME_LABEL] !== other &&
    (release === undefined ||
      (namespace === release.namespace &&
        (instance === undefined || instance === release.name)))
  );
}

/** Whether the image is Scalar's own, of this component. */
export function isImageOf(
  image: string,
  component: Component,
  { settings }: ProductQuery,
): boolean {
  const found = scalarImage(image, settings);
  if (found?.kind === 'copy') return true;
  return component === 'envoy'
    ? found?.kind === 'envoy'
    : found?.kind === 'product' && found.side === component;
}
