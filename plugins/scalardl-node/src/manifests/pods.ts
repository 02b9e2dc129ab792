import type { Product } from '../side/product';

/** Labels that the charts set on the product's pods. */
export function productPods({ name, app }: Product): Record<string, string> {
  return { 'app.kubernetes.io/name': name, 'app.kubernetes.io/app': app };
}

/** Labels that the charts set on Envoy's pods. */
export function envoyPods({ name }: Product): Record<string, string> {
  return { 'app.kubernetes.io/name': name, 'app.kubernetes.io/app': 'envoy' };
}

/** Labels that the chart sets on the pods of the schema loading Job. */
export const SCHEMA_LOADING_PODS = {
  'app.kubernetes.io/name': 'schema-loading',
};
