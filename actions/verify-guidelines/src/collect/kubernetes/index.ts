import type { AnyCollector } from '../collector';
import { envoyConfiguration } from './configuration/envoyConfiguration';
import { properties } from './configuration/properties';
import { clusterDns } from './names/clusterDns';
import { nodes } from './nodes/nodes';
import { objectLists } from './objectLists';
import {
  productDeployments,
  productJobs,
  productPods,
  services,
  toolDeployments,
} from './product/productObjects';
import { secrets } from './secrets/secrets';
import { autoscalerStatus, metricsApi } from './singleObjects';
import { daemonSets } from './workloads/daemonSets';
import { workloads } from './workloads/workloads';

/** Every fact that the Kubernetes API of a side tells. */
export const KUBERNETES_COLLECTORS: readonly AnyCollector[] = [
  nodes,
  workloads,
  productDeployments,
  productPods,
  services,
  properties,
  envoyConfiguration,
  clusterDns,
  ...objectLists,
  daemonSets,
  toolDeployments,
  productJobs,
  autoscalerStatus,
  metricsApi,
  secrets,
];
