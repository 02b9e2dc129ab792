import { REGION } from '../../verify/world/sidePlan';

/** Objects as large as those of a real cluster: most bytes of a list are what nobody asks for. */

const SHA = 'ab'.repeat(32);
const SETTINGS = 12;
const IMAGES_OF_NODE = 40;
const SINCE = '2026-11-20T00:00:00Z';

export interface Owner {
  name: string;
  uid: string;
}

const nameOf = (index: number) => `service-${index}`;

/** A node by its number and the machine that it is. */
export interface Machine {
  instanceId: string;
  zone: string;
}

export const nodeNameOf = (index: number) =>
  `ip-10-1-${index >> 8}-${index & 255}.crowd.${REGION}.compute.internal`;

export function nodeOf(index: number, { instanceId, zone }: Machine) {
  const name = nodeNameOf(index);
  return {
    metadata: {
      name,
      labels: {
        'kubernetes.io/hostname': name,
        'kubernetes.io/arch': 'amd64',
        'kubernetes.io/os': 'linux',
        'topology.kubernetes.io/region': REGION,
        'topology.kubernetes.io/zone': zone,
        'node.kubernetes.io/instance-type': 'm7i.xlarge',
      },
    },
    spec: { providerID: `aws:///${zone}/${instanceId}` },
    status: {
      capacity: { cpu: '4', memory: '16069Mi', pods: '58' },
      allocatable: { cpu: '3920m', memory: '15076Mi', pods: '58' },
      conditions: [
        'MemoryPressure',
        'DiskPressure',
        'PIDPressure',
        'Ready',
      ].map(type => ({
        type,
        status: type === 'Ready' ? 'True' : 'False',
        reason: `Kubelet${type}`,
        message: 'what the kubelet says of it',
        lastHeartbeatTime: SINCE,
        lastTransitionTime: SINCE,
      })),
      addresses: [{ type: 'Hostname', address: name }],
      nodeInfo: {
        architecture: 'amd64',
        bootID: SHA,
        containerRuntimeVersion: 'containerd://2.1.4',
        kernelVersion: '6.12.40',
        kubeProxyVersion: '',
        kubeletVersion: 'v1.35.2-eks-1234567',
        machineID: SHA,
        operatingSystem: 'linux',
        osImage: 'Amazon Linux 2023',
        systemUUID: SHA,
      },
      images: Array.from({ length: IMAGES_OF_NODE }, (_, image) => ({
        names: [
          `registry.example.com/images/number-${image}@sha256:${SHA}`,
          `registry.example.com/images/number-${image}:v1.2.${image}`,
        ],
        sizeBytes: 123_456_789,
      })),
    },
  };
}

function templateOf(index: number) {
  const app = nameOf(index);
  const env = Array.from({ length: SETTINGS }, (_, number) => ({
    name: `SETTING_NUMBER_${number}`,
    value: `a value of a reasonable length, number ${number}`,
  }));
  return {
    metadata: {
      labels: {
        'app.kubernetes.io/name': app,
        'app.kubernetes.io/instance': app,
      },
      annotations: { 'checksum/config': SHA },
    },
    spec: {
      containers: [
        {
          name: 'main',
          image: `registry.example.com/team/${app}:1.2.3`,
          env,
          ports: [{ containerPort: 8080 }],
          resources: {
            requests: { cpu: '100m', memory: '128Mi' },
            limits: { cpu: '1', memory: '512Mi' },
          },
          livenessProbe: { httpGet: { path: '/healthz', port: 8080 } },
          readinessProbe: { httpGet: { path: '/ready', port: 8080 } },
        },
        {
          name: 'sidecar',
          image: 'registry.example.com/mesh/proxy:1.2.3',
          env: env.slice(0, 4),
        },
      ],
    },
  };
}

const selectorOf = (index: number) => ({
  matchLabels: { 'app.kubernetes.io/name': nameOf(index) },
});

export function deploymentOf(index: number, replicas: number) {
  return {
    metadata: { name: nameOf(index) },
    spec: {
      replicas,
      selector: selectorOf(index),
      template: templateOf(index),
    },
  };
}

export function replicaSetOf(
  index: number,
  {
    revision,
    owner,
    replicas,
  }: { revision: number; owner: Owner; replicas: number },
) {
  return {
    metadata: {
      name: `${nameOf(index)}-7d9f8c6b${revision}`,
      ownerReferences: [ownedBy('Deployment', owner)],
    },
    spec: {
      replicas,
      selector: selectorOf(index),
      template: templateOf(index),
    },
  };
}

export function podOf(
  index: number,
  { number, node, owner }: { number: number; node: number; owner: Owner },
) {
  const { metadata, spec } = templateOf(index);
  return {
    metadata: {
      ...metadata,
      name: `${owner.name}-${number}`,
      ownerReferences: [ownedBy('ReplicaSet', owner)],
    },
    spec: { ...spec, nodeName: nodeNameOf(node) },
  };
}

/** What the kubelet says of a pod that runs. */
export function podStatus(place: number) {
  const address = `10.1.${(place >> 8) & 255}.${place & 255}`;
  return {
    status: {
      phase: 'Running',
      podIP: address,
      podIPs: [{ ip: address }],
      startTime: SINCE,
      conditions: [
        'PodReadyToStartContainers',
        'Initialized',
        'Ready',
        'ContainersReady',
        'PodScheduled',
      ].map(type => ({ type, status: 'True', lastTransitionTime: SINCE })),
      containerStatuses: ['main', 'sidecar'].map(name => ({
        name,
        image: 'registry.example.com/team/service:1.2.3',
        imageID: `registry.example.com/team/service@sha256:${SHA}`,
        containerID: `containerd://${SHA}`,
        ready: true,
        started: true,
        restartCount: 0,
        state: { running: { startedAt: SINCE } },
      })),
    },
  };
}

function ownedBy(kind: string, { name, uid }: Owner) {
  return { apiVersion: 'apps/v1', kind, name, uid, controller: true };
}
