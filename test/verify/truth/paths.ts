import type { SidePlan } from '../world/sidePlan.ts';

const APPS = '/apis/apps/v1/namespaces';

/** Where the objects of a side live in its Kubernetes API. */
export function pathsOf({ release, side, namespace }: SidePlan) {
  const core = `/api/v1/namespaces/${namespace}`;
  const budgets = `/apis/policy/v1/namespaces/${namespace}/poddisruptionbudgets`;
  return {
    product: `${APPS}/${namespace}/deployments/${release}-${side}`,
    envoy: `${APPS}/${namespace}/deployments/${release}-envoy`,
    envoyService: `${core}/services/${release}-envoy`,
    properties: `${core}/configmaps/${release}-${side}-properties`,
    pods: `${core}/pods`,
    podAutoscaler: `/apis/autoscaling/v2/namespaces/${namespace}/horizontalpodautoscalers/${release}-${side}`,
    productBudget: `${budgets}/${release}-${side}`,
    envoyBudget: `${budgets}/${release}-envoy`,
  };
}

/** Where a Deployment of the cluster's own namespace lives. */
export function systemDeployment(name: string): string {
  return `${APPS}/kube-system/deployments/${name}`;
}
