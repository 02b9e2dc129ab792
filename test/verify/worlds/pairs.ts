import { peerAll } from '../world/connections.ts';
import { HEALTHY_PLAN } from '../world/healthyPlan.ts';
import { closedNetwork } from '../world/closedNetwork.ts';
import { autoModeNodes, BY_EKS } from './autoModeNodes.ts';
import {
  endpointsOnly,
  MIRRORED_PLAN,
  networkWithStore,
  withoutStore,
} from './closedNetworks.ts';
import { fargateBeside, machinesAndFargate } from './fargateBeside.ts';
import { fargateOnly, ON_FARGATE } from './fargateOnly.ts';
import { byKarpenter, karpenter, karpenterNodes } from './karpenterNodes.ts';
import {
  byCloudProvider,
  byInstances,
  cloudProvider,
  instanceTargets,
} from './otherBalancers.ts';
import {
  clustersOnly,
  inNamedSubnets,
  OTHER_PLAN,
  otherNames,
  takeTags,
} from './otherNames.ts';
import { ONE_ACCOUNT_PLAN, olderCluster } from './olderCluster.ts';
import type { OtherPair } from './otherWorld.ts';
import {
  joinByTransitGateway,
  overTransitGateway,
} from './overTransitGateway.ts';
import { selfManaged, selfManagedNodes } from './selfManagedNodes.ts';
import {
  peerSharedNetworks,
  SHARED_PARTS,
  sharedNetworks,
} from './sharedNetworks.ts';
import { severalGroups, severalNodeGroups } from './severalNodeGroups.ts';

/** Every world, in the order of the page; worlds that do not meet stand in one pair. */
export const PAIRS: readonly OtherPair[] = [
  {
    name: 'own machines, and several groups',
    design: {
      plan: HEALTHY_PLAN,
      parts: {
        ledger: { createNodes: selfManaged },
        auditor: { createNodes: severalGroups },
      },
      connect: peerAll,
    },
    worlds: [selfManagedNodes, severalNodeGroups],
  },
  {
    name: 'other load balancers',
    design: {
      plan: HEALTHY_PLAN,
      parts: {
        ledger: { balancing: byInstances },
        auditor: { balancing: byCloudProvider },
      },
      connect: peerAll,
    },
    worlds: [instanceTargets, cloudProvider],
  },
  {
    name: 'other names',
    design: {
      plan: OTHER_PLAN,
      parts: {
        ledger: { balancing: inNamedSubnets },
        auditor: { balancing: inNamedSubnets },
      },
      connect: peerAll,
    },
    finish: takeTags,
    sides: clustersOnly,
    worlds: [otherNames],
  },
  {
    name: 'nodes as pods need them, over a transit gateway',
    design: {
      plan: HEALTHY_PLAN,
      parts: {
        ledger: { createNodes: byKarpenter, scaler: karpenter },
        auditor: BY_EKS,
      },
      connect: joinByTransitGateway,
    },
    worlds: [karpenterNodes, autoModeNodes, overTransitGateway],
  },
  {
    name: 'Fargate',
    design: {
      plan: HEALTHY_PLAN,
      parts: {
        ledger: { createNodes: machinesAndFargate },
        auditor: ON_FARGATE,
      },
      connect: peerAll,
    },
    worlds: [fargateBeside, fargateOnly],
  },
  {
    name: 'an older cluster',
    design: {
      plan: ONE_ACCOUNT_PLAN,
      parts: {
        auditor: { cluster: () => ({ encryptionConfig: undefined }) },
      },
      connect: peerAll,
    },
    worlds: [olderCluster],
  },
  {
    name: 'networks without a way out',
    design: {
      plan: MIRRORED_PLAN,
      parts: {
        ledger: { createNetwork: networkWithStore },
        auditor: { createNetwork: closedNetwork },
      },
      connect: peerAll,
    },
    worlds: [endpointsOnly, withoutStore],
  },
  {
    name: 'shared VPCs',
    design: {
      plan: HEALTHY_PLAN,
      parts: SHARED_PARTS,
      connect: peerSharedNetworks,
    },
    worlds: [sharedNetworks],
  },
];
