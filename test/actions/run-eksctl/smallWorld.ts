import { NODE_GROUP } from './clusterConfig.ts';
import type { World } from './world.ts';

/** What the small cluster's account is to hold, however it came about. */
export const SMALL_WORLD: World = {
  cluster: {
    status: 'ACTIVE',
    version: '1.35',
    endpoint: 'private',
    logs: ['audit'],
  },
  nodeGroups: [`${NODE_GROUP} ACTIVE 1.35 m7i.xlarge 1/1/3`],
  addons: [
    'coredns ACTIVE',
    'eks-pod-identity-agent ACTIVE',
    'kube-proxy ACTIVE',
    'metrics-server ACTIVE',
    'vpc-cni ACTIVE',
  ],
  podIdentities: [
    'kube-system/aws-node of an add-on',
    'kube-system/controller',
  ],
  oidcProviders: 1,
  stacks: [
    'addon-vpc-cni-podidentityrole-aws-node CREATE_COMPLETE',
    'cluster CREATE_COMPLETE',
    `nodegroup-${NODE_GROUP} CREATE_COMPLETE`,
    'podidentityrole-kube-system-controller CREATE_COMPLETE',
  ],
  vpcs: 1,
  subnets: 4,
  securityGroups: 4,
  addresses: 1,
};

/** A world without the cluster's name and the versions of add-ons. */
export function smallWorld(name: string, world: World): World {
  return {
    ...world,
    addons: world.addons.map(addon => addon.replace(/ \S+$/, '')),
    stacks: world.stacks.map(stack => stack.replace(`eksctl-${name}-`, '')),
  };
}
