import {
  DescribeVpcPeeringConnectionsCommand,
  type Filter,
  type VpcPeeringConnection,
  type VpcPeeringConnectionVpcInfo,
} from '@aws-sdk/client-ec2';
import { type Account, call, pages } from '../aws/account';
import { tagsOf } from '../aws/tags';

/** One end of a peering, as the reader of the peering sees it. */
export interface PeeringEnd {
  vpcId: string;
  accountId: string;
  region: string;
  /** The accepter's ranges appear with acceptance only. */
  ranges: readonly string[];
  /** Whether names of the other VPC resolve to private addresses; told to its own account only. */
  resolvesNames?: boolean;
}

/** A peering as one account and region sees it. */
export interface Peering {
  id: string;
  status: string;
  message: string;
  requester: PeeringEnd;
  accepter: PeeringEnd;
  /** Each account and region has tags of its own. */
  tags: ReadonlyMap<string, string>;
}

/** Statuses of a peering that is, or may yet come to be. */
const LIVE = [
  'initiating-request',
  'pending-acceptance',
  'provisioning',
  'active',
];

export function isLive({ status }: Peering): boolean {
  return LIVE.includes(status);
}

/** Every peering of a VPC, whichever end it is. */
export async function readPeerings(
  account: Account,
  vpcId: string,
): Promise<Peering[]> {
  const found = await Promise.all(
    ['requester', 'accepter'].map(end =>
      listPeerings(account, {
        Name: `${end}-vpc-info.vpc-id`,
        Values: [vpcId],
      }),
    ),
  );
  return found.flat();
}

/** One peering by its id; `undefined` where it is not known yet, or no longer. */
export async function readPeering(
  account: Account,
  id: string,
): Promise<Peering | undefined> {
  const [peering] = await listPeerings(account, {
    Name: 'vpc-peering-connection-id',
    Values: [id],
  });
  return peering;
}

function listPeerings(account: Account, filter: Filter): Promise<Peering[]> {
  return pages(async NextToken => {
    const page = await call(
      account,
      { action: 'ec2:DescribeVpcPeeringConnections' },
      () =>
        account.ec2.send(
          new DescribeVpcPeeringConnectionsCommand({
            Filters: [filter],
            NextToken,
          }),
        ),
    );
    return {
      NextToken: page.NextToken,
      items: (page.VpcPeeringConnections ?? []).map(toPeering),
    };
  });
}

export function toPeering(peering: VpcPeeringConnection): Peering {
  return {
    id: peering.VpcPeeringConnectionId ?? '',
    status: peering.Status?.Code ?? 'unknown',
    message: peering.Status?.Message ?? '',
    requester: toEnd(peering.RequesterVpcInfo),
    accepter: toEnd(peering.AccepterVpcInfo),
    tags: tagsOf(peering.Tags),
  };
}

function toEnd(info: VpcPeeringConnectionVpcInfo = {}): PeeringEnd {
  const { CidrBlock, CidrBlockSet = [], PeeringOptions } = info;
  const all = CidrBlockSet.flatMap(block => block.CidrBlock ?? []);
  return {
    vpcId: info.VpcId ?? '',
    accountId: info.OwnerId ?? '',
    region: info.Region ?? '',
    ranges: all.length > 0 || !CidrBlock ? all : [CidrBlock],
    resolvesNames: PeeringOptions?.AllowDnsResolutionFromRemoteVpc,
  };
}
