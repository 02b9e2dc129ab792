import { byController, type Balancing } from '../world/balancing.ts';
import { ANNOTATION, sourceRanges } from '../world/manifests/envoy.ts';
import type { OtherWorld } from './otherWorld.ts';

const TELLING = {
  'internal-load-balancer': 'network, internal',
  'administrative-ports-closed': 'to others than the own VPC',
  'load-balancer-targets-healthy':
    'healthy in ap-northeast-1a, ap-northeast-1c, ap-northeast-1d',
  'load-balancer-subnets-ready': 'tagged kubernetes.io/role/internal-elb',
};

export const instanceTargets: OtherWorld = {
  title: 'Instance targets',
  about:
    'The load balancer of the Ledger sends to the NodePorts of every node instead of to pods, and the nodes pass on. AWS Load Balancer Controller made it.',
  scopes: ['ledger'],
  expect: {},
  telling: { ...TELLING, 'restricted-source-ranges': 'port 50051: sg-' },
};

export const cloudProvider: OtherWorld = {
  title: 'Load balancer of the cloud provider',
  about:
    'Nobody installed AWS Load Balancer Controller for the Auditor. The cloud provider inside EKS made the load balancer: without a security group, with NodePorts as targets, and with rules for them in the group of the nodes.',
  scopes: ['auditor', 'pair'],
  expect: {},
  telling: {
    ...TELLING,
    'restricted-source-ranges':
      'has no security group, so those of its targets decide',
    'auditor-reaches-ledger': 'admits Auditor nodes',
    'ledger-reaches-auditor':
      'has no security group, so those of its targets decide',
    'applications-reach-both-sides': 'admits shop',
    'network-acls-admit-both-ways': 'entry 100 in allows',
  },
};

/** AWS Load Balancer Controller, told to send to instances. */
export const byInstances: Balancing = {
  ...byController,
  annotations: ground => ({
    ...byController.annotations(ground),
    [`${ANNOTATION}/aws-load-balancer-nlb-target-type`]: 'instance',
    // As AWS has it for instances.
    [`${ANNOTATION}/aws-load-balancer-target-group-attributes`]:
      'preserve_client_ip.enabled=true',
  }),
};

/** The cloud provider, which is there without being installed. */
export const byCloudProvider: Balancing = {
  tools: () => [],
  ready: async () => {},
  annotations: ({ plan }) => ({
    [`${ANNOTATION}/aws-load-balancer-type`]: 'nlb',
    [`${ANNOTATION}/aws-load-balancer-internal`]: 'true',
    [`${ANNOTATION}/load-balancer-source-ranges`]: sourceRanges(plan),
    [`${ANNOTATION}/aws-load-balancer-cross-zone-load-balancing-enabled`]:
      'true',
  }),
};
