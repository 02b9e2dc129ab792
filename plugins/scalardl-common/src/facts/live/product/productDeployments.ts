import type { KubernetesJson } from '../kubernetes';
import {
  type Component,
  type ProductQuery,
  isComponent,
  isImageOf,
} from './component';
import { type LiveWorkload, templateOf, toLiveWorkload } from './liveWorkload';

/** The Deployments of one component; more than one where a release is installed twice. */
export function deploymentsOf(
  deployments: readonly KubernetesJson[],
  component: Component,
  query: ProductQuery,
): LiveWorkload[] {
  return deployments
    .filter(json => json.metadata.deletionTimestamp === undefined)
    .map(json => ({ json, template: templateOf(json) }))
    .filter(({ template }) => isComponent(template, component, query))
    .map(({ json, template }) =>
      toLiveWorkload(
        json,
        component,
        template.images.find(image => isImageOf(image, component, query)),
      ),
    );
}

/** The Deployments of the product itself and of its Envoy. */
export function allDeploymentsOf(
  deployments: readonly KubernetesJson[],
  query: ProductQuery,
): LiveWorkload[] {
  return ([query.side, 'envoy'] as const).flatMap(component =>
    deploymentsOf(deployments, component, query),
  );
}
