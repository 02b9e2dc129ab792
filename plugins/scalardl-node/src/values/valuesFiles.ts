import type { RenderedFile } from '../renderedFile';
import type { SideModel } from '../side/sideModel';
import { clusterAutoscalerValues } from './clusterAutoscalerValues';
import { loadBalancerControllerValues } from './loadBalancerControllerValues';
import { monitoringValues } from './monitoringValues';
import { productValues } from './productValues';
import { schemaLoadingValues } from './schemaLoadingValues';
import { valuesFile } from './valuesFile';

/** Every values file of one side. */
export function valuesFiles(model: SideModel): RenderedFile[] {
  const { spec, environment } = model;
  return [
    productValues(model),
    schemaLoadingValues(model),
    loadBalancerControllerValues(model),
    ...(spec.pods.autoscaling ? [clusterAutoscalerValues(model)] : []),
    ...(environment.spec.monitoring.metrics ? [monitoringValues(model)] : []),
  ].map(values => valuesFile(model, values));
}
