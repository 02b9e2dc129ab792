import { until } from './waiting.ts';
import type { Kube } from './kube.ts';
import {
  disruptionBudgets,
  namespaces,
  podAutoscaler,
} from './manifests/around.ts';
import { customKind } from './manifests/customKind.ts';
import { envoy } from './manifests/envoy.ts';
import {
  monitoringKinds,
  monitors,
  prometheusStack,
} from './manifests/monitoring.ts';
import { networkPolicies } from './manifests/networkPolicies.ts';
import { product } from './manifests/product.ts';
import type { PropertiesWish } from './manifests/properties.ts';
import { secrets } from './manifests/secrets.ts';
import type { Ground, SideParts } from './parts.ts';
import type { SidePlan } from './sidePlan.ts';

/** Kinds, namespaces and what does not wait for nodes. */
export async function installFoundations(
  kube: Kube,
  plan: SidePlan,
): Promise<void> {
  await kube.apply(
    ...namespaces(plan),
    ...monitoringKinds(),
    // The VPC CNI brings it, used or not.
    customKind('crd.k8s.amazonaws.com', 'v1alpha1', 'ENIConfig', 'Cluster'),
  );
  await kube.apply(
    ...secrets(plan),
    ...networkPolicies(plan),
    ...disruptionBudgets(plan),
  );
}

/** After the add-ons, whose Services its webhook would refuse as long as nobody answers. */
export async function installTools(
  { kube, plan }: Ground,
  { balancing, scaler }: SideParts,
): Promise<void> {
  await kube.apply(
    ...balancing.tools(plan),
    ...scaler(plan),
    ...prometheusStack(),
  );
}

/** Envoy and its load balancer; answers with the load balancer's name. */
export async function installEnvoy(
  { kube, plan, network }: Ground,
  { balancing }: SideParts,
): Promise<string> {
  const { loadBalancerClass } = balancing;
  const annotations = balancing.annotations({ plan, network });
  await balancing.ready(kube);
  await kube.apply(...envoy(plan, { annotations, loadBalancerClass }));
  const path = `/api/v1/namespaces/${plan.namespace}/services/${plan.envoyName}`;
  return until(async () => {
    const { status } = await kube.get<LoadBalanced>(path);
    const hostname = status.loadBalancer.ingress?.[0]?.hostname;
    if (!hostname) throw new Error(`${path} has no load balancer yet.`);
    return hostname;
  });
}

interface LoadBalanced {
  status: { loadBalancer: { ingress?: { hostname: string }[] } };
}

/** The product itself, its autoscaler and its monitors. */
export async function installProduct(
  kube: Kube,
  plan: SidePlan,
  wish: PropertiesWish,
): Promise<void> {
  await kube.apply(
    ...product(plan, wish),
    podAutoscaler(plan),
    ...monitors(plan),
  );
}
