import {
  ModifyVpcPeeringConnectionOptionsCommand,
  type PeeringConnectionOptionsRequest,
} from '@aws-sdk/client-ec2';
import { call } from '../aws/account';
import { onceKnown, together, unlessDone } from '../aws/answers';
import { type Half, viewOf } from '../link/link';
import type { Peering } from '../peering/peering';

/** Whether names of the other VPC resolve to private addresses in this half's network. */
export function isResolving(
  { network }: Half,
  { requester, accepter }: Peering,
): boolean {
  const end = requester.vpcId === network.vpcId ? requester : accepter;
  return end.resolvesNames === true;
}

/** One half of a connection, and its peering as that half sees it. */
export interface DnsHalf {
  half: Half;
  peering: Peering;
}

/** Not active everywhere yet, or not known yet; or, where it is switched off, gone already. */
const NOT_ACTIVE = [
  'InvalidVpcPeeringConnectionID.NotFound',
  'InvalidVpcPeeringConnectionId.NotFound',
  'InvalidStateTransition',
  'OperationNotPermitted',
];

export function switchOn(halves: readonly DnsHalf[]): Promise<unknown> {
  return together(
    byView(halves).map(([first, ...more]) =>
      onceKnown(
        NOT_ACTIVE,
        () => setHalves([first, ...more], true),
        first.half.network.account.deadline,
      ),
    ),
  );
}

export function switchOff(halves: readonly DnsHalf[]): Promise<unknown> {
  return together(
    byView(halves).map(view =>
      unlessDone(NOT_ACTIVE, () => setHalves(view, false)),
    ),
  );
}

type View = [DnsHalf, ...DnsHalf[]];

/** Halves of one account and region are set in one call. */
function byView(halves: readonly DnsHalf[]): View[] {
  const views = new Map<string, View>();
  for (const one of halves) {
    const view = views.get(viewOf(one.half));
    if (view) view.push(one);
    else views.set(viewOf(one.half), [one]);
  }
  return [...views.values()];
}

/**
 * Only this option is sent: the others belong to ClassicLink, which fails across regions
 * (https://github.com/hashicorp/terraform-provider-aws/issues/6730).
 */
async function setHalves(view: View, resolves: boolean): Promise<void> {
  const [{ half, peering }] = view;
  const { account } = half.network;
  const options: PeeringConnectionOptionsRequest = {
    AllowDnsResolutionFromRemoteVpc: resolves,
  };
  const isRequester = (one: DnsHalf) =>
    peering.requester.vpcId === one.half.network.vpcId;
  await call(
    account,
    {
      action: 'ec2:ModifyVpcPeeringConnectionOptions',
      about: `of ${peering.id}`,
    },
    () =>
      account.ec2.send(
        new ModifyVpcPeeringConnectionOptionsCommand({
          VpcPeeringConnectionId: peering.id,
          RequesterPeeringConnectionOptions: view.some(isRequester)
            ? options
            : undefined,
          AccepterPeeringConnectionOptions: view.every(isRequester)
            ? undefined
            : options,
        }),
      ),
  );
}
