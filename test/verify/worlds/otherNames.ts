import { stringify } from 'yaml';
import { byController, type Balancing } from '../world/balancing.ts';
import { ANNOTATION } from '../world/manifests/envoy.ts';
import { pairPlan } from '../world/pairPlan.ts';
import type { Pair, WorldSide } from '../world/world.ts';
import type { OtherWorld } from './otherWorld.ts';

export const otherNames: OtherWorld = {
  title: 'Other names, another region, no environment file',
  about:
    'Nothing is called as our generator calls it: clusters, namespaces, Helm releases, Deployments and ConfigMaps. It stands in another region, no subnet has a tag, and the input `sides` names two clusters and nothing else.',
  scopes: ['ledger', 'auditor', 'pair'],
  expect: {
    'applications-peered/pair': {
      verdict: 'skipped',
      says: 'no application',
    },
    'applications-reach-both-sides/pair': {
      verdict: 'skipped',
      says: 'no application',
    },
  },
  telling: {
    'three-product-pods': '3 of 3',
    'auditor-mode-enabled': 'scalar.dl.ledger.proof.enabled is "true"',
    'auditor-points-at-ledger': '.elb.eu-west-1.amazonaws.com',
    'byol-resource-requests': 'requests cpu 2',
    'byol-license-configured': 'scalar.dl.licensing.license_key is set',
    'no-application-workloads':
      '602401143452.dkr.ecr.eu-west-1.amazonaws.com/eks/',
    'load-balancer-subnets-ready': 'named by the Service',
    'ports-agree':
      'the containers of proof-store-ledger declare 50051, 50052, 50053, 8080',
  },
};

export const OTHER_PLAN = pairPlan({
  environment: 'bookkeeping',
  region: 'eu-west-1',
  zones: 'abc',
  kubernetesVersion: '1.35',
  ledger: {
    account: '444444444444',
    cidr: '10.81.0.0/20',
    cluster: 'prod_ireland_7',
    nodeGroup: 'general',
    release: 'books',
    namespace: 'finance',
    database: 'books',
    fullname: 'proof-store',
    envoyName: 'gate',
  },
  auditor: {
    account: '555555555555',
    cidr: '10.82.0.0/20',
    cluster: 'second-opinion',
    nodeGroup: 'ng-1',
    release: 'watch',
    namespace: 'controlling',
    database: 'watch',
    fullname: 'watchdog',
    envoyName: 'watch-proxy',
  },
  application: { name: 'till', account: '666666666666', cidr: '10.83.0.0/20' },
});

/** Where no tag tells the controller, the Service names its subnets. */
export const inNamedSubnets: Balancing = {
  ...byController,
  annotations: ground => ({
    ...byController.annotations(ground),
    [`${ANNOTATION}/aws-load-balancer-subnets`]:
      ground.network.privateSubnets.join(','),
  }),
};

/** Takes every tag from the subnets, the load balancers once made. */
export async function takeTags({ ledger, auditor }: Pair): Promise<void> {
  await Promise.all([ledger, auditor].map(takeSubnetTags));
}

async function takeSubnetTags({ ec2, network }: WorldSide): Promise<void> {
  const Resources = [...network.privateSubnets, ...network.publicSubnets];
  await ec2.deleteTags({ Resources });
}

/** The input `sides`: two clusters, and the roles that may read them. */
export function clustersOnly({ ledger, auditor }: Pair): string {
  const side = ({ plan, readRole }: WorldSide) => ({
    cluster: plan.cluster,
    region: plan.place.region,
    roleArn: readRole.arn,
  });
  return stringify({ ledger: side(ledger), auditor: side(auditor) });
}
