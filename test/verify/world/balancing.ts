import type { Kube } from './kube.ts';
import { ANNOTATION, sourceRanges } from './manifests/envoy.ts';
import {
  loadBalancerController,
  serviceWebhook,
} from './manifests/loadBalancerController.ts';
import type { Manifest } from './resources.ts';
import type { Network } from './network.ts';
import type { SidePlan } from './sidePlan.ts';
import { until } from './waiting.ts';

/** Who makes Envoy's load balancer, and how Envoy's Service asks for it. */
export interface Balancing {
  /** What has to be installed for it. */
  tools(plan: SidePlan): Manifest[];
  /** Ends as soon as a Service would be looked after. */
  ready(kube: Kube): Promise<void>;
  /** Annotations of Envoy's Service. */
  annotations(ground: {
    plan: SidePlan;
    network: Network;
  }): Record<string, string>;
  /** Of that Service, where it names one itself. */
  readonly loadBalancerClass?: string;
}

/** The class of load balancers that EKS Auto Mode makes. */
export const AUTO_MODE_CLASS = 'eks.amazonaws.com/nlb';

/** An internal network load balancer of AWS Load Balancer Controller, open to the three networks only. */
export const byController: Balancing = {
  tools: plan => [loadBalancerController(plan), serviceWebhook()],
  ready: webhookAnswers,
  annotations: ({ plan }) => ({
    [`${ANNOTATION}/aws-load-balancer-type`]: 'external',
    [`${ANNOTATION}/aws-load-balancer-nlb-target-type`]: 'ip',
    [`${ANNOTATION}/aws-load-balancer-scheme`]: 'internal',
    [`${ANNOTATION}/load-balancer-source-ranges`]: sourceRanges(plan),
    [`${ANNOTATION}/aws-load-balancer-attributes`]:
      'load_balancing.cross_zone.enabled=true',
    [`${ANNOTATION}/aws-load-balancer-target-group-attributes`]:
      'preserve_client_ip.enabled=false',
  }),
};

/** Until the bed has taken the webhook over, every Service is refused. */
async function webhookAnswers(kube: Kube): Promise<void> {
  const path =
    '/apis/admissionregistration.k8s.io/v1/mutatingwebhookconfigurations/aws-load-balancer-webhook';
  await until(async () => {
    const { webhooks } = await kube.get<{
      webhooks: { clientConfig: { url?: string } }[];
    }>(path);
    if (!webhooks[0]?.clientConfig.url)
      throw new Error(`Nobody is at ${path}.`);
  });
}
