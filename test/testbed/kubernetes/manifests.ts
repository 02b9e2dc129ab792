/** Nodes and workloads for this folder's tests. */
export const ZONES = ['eu-central-1a', 'eu-central-1b', 'eu-central-1c'];

/** A node as the simulated EKS registers it, one a zone by index. */
export function node(index: number, group = 'workers') {
  return {
    name: `ip-10-1-${2 * index}-10.eu-central-1.compute.internal`,
    zone: ZONES[index % ZONES.length],
    region: 'eu-central-1',
    instance_id: `i-${String(index).padStart(17, '0')}`,
    instance_type: 'm7i.xlarge',
    node_group: group,
    labels: { 'scalar-labs.com/dedicated-node': 'scalardl-ledger' },
    taints: [],
    cpu: '4',
    memory: '16384Mi',
    max_pods: 58,
    version: 'v1.35.0-eks-ba24e9c',
    pod_cidr: `10.1.${2 * index + 1}.0/26`,
  };
}

const container = { name: 'main', image: 'registry.test/main:1' };

/** A Deployment whose pods take half a node each and spread over the zones. */
export function deployment(name: string, replicas: number) {
  const labels = { app: name };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace: 'default' },
    spec: {
      replicas,
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: {
          containers: [
            {
              ...container,
              ports: [{ containerPort: 60051 }],
              resources: { requests: { cpu: '1500m' } },
            },
          ],
          topologySpreadConstraints: [
            {
              maxSkew: 1,
              topologyKey: 'topology.kubernetes.io/zone',
              whenUnsatisfiable: 'DoNotSchedule',
              labelSelector: { matchLabels: labels },
            },
          ],
        },
      },
    },
  };
}

/** A DaemonSet as system add-ons have. */
export function daemonSet(name: string) {
  const labels = { app: name };
  return {
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: { name, namespace: 'kube-system' },
    spec: {
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: { hostNetwork: true, containers: [container] },
      },
    },
  };
}

/** A Job that succeeds at once. */
export function job(name: string) {
  return {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: { name, namespace: 'default' },
    spec: {
      template: { spec: { restartPolicy: 'Never', containers: [container] } },
    },
  };
}

/** Forbids every eviction of the Deployment's pods. */
export function disruptionBudget(name: string) {
  return {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: { name, namespace: 'default' },
    spec: { maxUnavailable: 0, selector: { matchLabels: { app: name } } },
  };
}

/** What makes AWS Load Balancer Controller look after a Service. */
export const EXTERNAL = {
  'aws-load-balancer-type': 'external',
  'aws-load-balancer-nlb-target-type': 'ip',
  'load-balancer-source-ranges': '10.1.0.0/16,10.2.0.0/16',
};

/** A Service of type LoadBalancer in front of the Deployment. */
export function loadBalancerService(
  name: string,
  annotations: Record<string, string>,
  spec: object = {},
) {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: {
      name,
      namespace: 'default',
      annotations: Object.fromEntries(
        Object.entries(annotations).map(([key, value]) => [
          `service.beta.kubernetes.io/${key}`,
          value,
        ]),
      ),
    },
    spec: {
      type: 'LoadBalancer',
      selector: { app: name },
      ports: [
        { name: 'client', port: 50051, targetPort: 60051 },
        { name: 'privileged', port: 50052, targetPort: 60052 },
      ],
      ...spec,
    },
  };
}

/** AWS Load Balancer Controller as its chart labels it. */
export function loadBalancerController() {
  const labels = { 'app.kubernetes.io/name': 'aws-load-balancer-controller' };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: {
      name: 'aws-load-balancer-controller',
      namespace: 'kube-system',
      labels,
    },
    spec: {
      replicas: 1,
      selector: { matchLabels: labels },
      template: { metadata: { labels }, spec: { containers: [container] } },
    },
  };
}

/** The webhook of the controller's chart for Services: it leads to pods, which no cluster of the bed can reach. */
export function serviceWebhook() {
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
