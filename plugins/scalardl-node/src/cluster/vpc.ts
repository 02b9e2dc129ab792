import { compareVersions } from '@scalardl-on-eks/plugin-scalardl-common';
import type { SideModel } from '../side/sideModel';
import type { Comment } from '../yaml/yamlText';

interface Vpc {
  data: Record<string, unknown>;
  comments: Comment[];
}

/** The `vpc` key: a new VPC that eksctl cuts, or one that is already there. */
export function vpc(model: SideModel): Vpc {
  const { spec, environment } = model;
  const network = spec.network.existing ? existingVpc(model) : newVpc(model);
  const restrictedPublic = spec.endpoint.access === 'restrictedPublic';
  const runnerRanges = environment.spec.runners.cidrs;
  const comments: Comment[] = [
    ...network.comments,
    {
      at: ['clusterEndpoints'],
      guideline: 'private-cluster-endpoint',
      text: restrictedPublic
        ? 'the public endpoint answers publicAccessCIDRs only.'
        : 'the final state; nothing outside the network reaches the Kubernetes API.',
    },
  ];
  if (runnerRanges.length > 0) {
    comments.push({
      at: ['extraCIDRs'],
      text: 'Ranges of the runners, which reach the private endpoint on port 443; set at creation only.',
    });
  }
  return {
    data: {
      ...network.data,
      clusterEndpoints: { privateAccess: true, publicAccess: restrictedPublic },
      ...(restrictedPublic
        ? { publicAccessCIDRs: spec.endpoint.publicCidrs ?? [] }
        : {}),
      ...(runnerRanges.length > 0 ? { extraCIDRs: runnerRanges } : {}),
    },
    comments,
  };
}

function newVpc({ spec, environment }: SideModel): Vpc {
  // https://github.com/eksctl-io/eksctl/pull/8793: older releases refuse the key.
  const controlPlaneOnPrivateSubnets =
    compareVersions(environment.spec.eksctlVersion, '0.231.0') >= 0;
  return {
    data: {
      cidr: spec.network.cidr,
      nat: { gateway: 'HighlyAvailable' },
      ...(controlPlaneOnPrivateSubnets ? { controlPlaneOnPrivateSubnets } : {}),
    },
    comments: [
      {
        at: ['cidr'],
        guideline: 'disjoint-address-ranges',
        text: 'immutable; overlaps neither the other side nor any application, runner or service range.',
      },
      {
        at: ['nat'],
        guideline: 'nat-gateway-per-zone',
        text: 'a single gateway would take every zone down with its own.',
      },
    ],
  };
}

function existingVpc({ spec }: SideModel): Vpc {
  const { vpcId, privateSubnets = [] } = spec.network.existing ?? {};
  return {
    data: {
      id: vpcId,
      subnets: {
        private: Object.fromEntries(
          privateSubnets.map(({ id, zone, cidr }) => [
            id,
            { id, az: zone, cidr },
          ]),
        ),
      },
      controlPlaneSubnetIDs: privateSubnets.map(({ id }) => id),
    },
    comments: [
      {
        at: ['subnets'],
        guideline: 'private-worker-subnets',
        text: 'private subnets only; eksctl creates no network here.',
      },
      {
        at: ['controlPlaneSubnetIDs'],
        text: 'The control plane joins the private subnets too.',
      },
    ],
  };
}
