import { addStoreEndpoint, closedNetwork } from '../world/closedNetwork.ts';
import { HEALTHY_NAMES } from '../world/healthyPlan.ts';
import { pairPlan } from '../world/pairPlan.ts';
import type { SideParts } from '../world/parts.ts';
import type { OtherWorld } from './otherWorld.ts';

const NO_NAT = {
  verdict: 'skipped',
  says: 'no subnet of the nodes uses a NAT gateway',
} as const;

export const endpointsOnly: OtherWorld = {
  title: 'No way out but endpoints',
  about:
    'The VPC of the Ledger has neither an internet gateway nor NAT. Its nodes reach AWS by endpoints, and every image comes from a pull-through cache in ECR of the same account, which `imageMirrors` and `allowedWorkloads` name.',
  scopes: ['ledger', 'pair'],
  expect: { 'nat-gateway-per-zone/ledger': NO_NAT },
  telling: {
    'images-reachable': 'all images come from ECR by endpoints of the VPC',
    'private-worker-subnets': 'leads to no internet gateway (nodes',
    'no-application-workloads': 'allowed by platform: copy of a tool',
    'three-product-pods': '3 of 3',
    'one-product-per-cluster': 'ledger',
    'cluster-autoscaler-under-pod-autoscaling':
      'Deployment kube-system/cluster-autoscaler-aws-cluster-autoscaler',
    'routes-to-other-side': '→ pcx-',
  },
};

export const withoutStore: OtherWorld = {
  title: 'Endpoints, but none for S3',
  about:
    'The same on the Auditor’s side, and nobody made the endpoint for S3. ECR answers, and the layers of its images, which lie in S3, are out of reach: what runs goes on, and no pod starts on a new node.',
  scopes: ['auditor'],
  expect: {
    'nat-gateway-per-zone/auditor': NO_NAT,
    'images-reachable/auditor': {
      verdict: 'fail',
      says: 'the VPC has no endpoint for s3 that is available',
    },
  },
  telling: {
    'private-worker-subnets': 'leads to no internet gateway (nodes',
    'no-application-workloads': 'allowed by platform: copy of a tool',
    'three-product-pods': '3 of 3',
  },
};

function registryOf({ account }: { account: string }): string {
  return `${account}.dkr.ecr.${HEALTHY_NAMES.region}.amazonaws.com`;
}

export const MIRRORED_PLAN = pairPlan({
  ...HEALTHY_NAMES,
  ledger: {
    ...HEALTHY_NAMES.ledger,
    registry: registryOf(HEALTHY_NAMES.ledger),
  },
  auditor: {
    ...HEALTHY_NAMES.auditor,
    registry: registryOf(HEALTHY_NAMES.auditor),
  },
});

/** Every endpoint, S3 included. */
export const networkWithStore: SideParts['createNetwork'] = async (
  ec2,
  plan,
) => {
  const network = await closedNetwork(ec2, plan);
  await addStoreEndpoint(ec2, plan, network);
  return network;
};
