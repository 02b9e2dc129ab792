import type { Manifest } from '../resources.ts';
import type { SidePlan } from '../sidePlan.ts';
import { toolDeployment } from './tool.ts';

/** AWS Load Balancer Controller as its chart 3.5.0 labels it; the bed answers in its place. */
export function loadBalancerController({ cluster, place }: SidePlan): Manifest {
  return toolDeployment({
    name: 'aws-load-balancer-controller',
    namespace: 'kube-system',
    labels: {
      'app.kubernetes.io/name': 'aws-load-balancer-controller',
      'app.kubernetes.io/instance': 'aws-load-balancer-controller',
    },
    image: 'public.ecr.aws/eks/aws-load-balancer-controller:v3.5.0',
    replicas: 2,
    args: [
      `--cluster-name=${cluster}`,
      '--ingress-class=alb',
      `--aws-region=${place.region}`,
    ],
  });
}

/** Its webhook for Services, which gives every new one of type LoadBalancer the controller's class. */
export function serviceWebhook(): Manifest {
  return {
    apiVersion: 'admissionregistration.k8s.io/v1',
    kind: 'MutatingWebhookConfiguration',
    metadata: {
      name: 'aws-load-balancer-webhook',
      labels: { 'app.kubernetes.io/name': 'aws-load-balancer-controller' },
    },
    webhooks: [
      {
        name: 'mservice.elbv2.k8s.aws',
        admissionReviewVersions: ['v1'],
        clientConfig: {
          service: {
            name: 'aws-load-balancer-webhook-service',
            namespace: 'kube-system',
            path: '/mutate-v1-service',
          },
        },
        failurePolicy: 'Fail',
        rules: [
          {
            apiGroups: [''],
            apiVersions: ['v1'],
            operations: ['CREATE'],
            resources: ['services'],
          },
        ],
        sideEffects: 'None',
      },
    ],
  };
}
