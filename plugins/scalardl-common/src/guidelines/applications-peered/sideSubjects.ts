import type { Application } from '../../environment/schema';
import type {
  LiveCluster,
  LivePeering,
  LiveRouteTable,
  LiveVpc,
} from '../../facts/live';
import { activePeerings, peeringsBetween } from '../../facts/live/peering';
import type { Journey } from '../../facts/live/routing';
import { type LiveSide, SIDE_TITLES } from '../../facts/live/security/liveSide';
import {
  addressSet,
  difference,
  formatAddresses,
} from '../../facts/ranges/addressSet';
import type { Subject } from '../../report/report';
import { departureSubjects } from '../departureSubjects';
import { acceptsAnyWay, acceptsPeerings } from './acceptance';

/** An application and what connects it with one side. */
export interface Connection {
  application: Application;
  cluster: LiveCluster;
  vpc: LiveVpc;
  peerings: readonly LivePeering[];
  routeTables: readonly LiveRouteTable[];
}

/** Whether one side is connected to the application: by ranges of its own, a peering, and routes. */
export function sideSubjects(
  from: LiveSide,
  connection: Connection,
): Subject[] {
  return [
    rangeSubject(from, connection),
    ...(connection.application.peering === 'external'
      ? routeSubjects(from, connection, acceptsAnyWay(connection))
      : peeringSubjects(from, connection)),
  ];
}

function rangeSubject(
  { side }: LiveSide,
  { application, vpc, cluster }: Connection,
): Subject {
  const taken = [...vpc.cidrs, cluster.serviceCidr ?? ''];
  const asked = addressSet(application.cidrs);
  const free = difference(asked, addressSet(taken));
  const shared = difference(asked, free);
  const id = `${SIDE_TITLES[side]} ranges`;
  return shared.length > 0
    ? {
        id,
        verdict: 'fail',
        detail: `${formatAddresses(shared)} of ${application.name} belongs to ${SIDE_TITLES[side]} too`,
      }
    : { id, verdict: 'pass', detail: `${id} share no address with it` };
}

function peeringSubjects(from: LiveSide, connection: Connection): Subject[] {
  const { application, vpc, peerings } = connection;
  const { vpcId, name } = application;
  const title = SIDE_TITLES[from.side];
  const id = `${title} peering`;
  if (!vpcId) {
    const detail = `vpcId of ${name} is not declared, so that its peering cannot be found`;
    return [{ id, verdict: 'unknown', detail }];
  }
  const active = activePeerings(peerings, vpc.id, vpcId);
  if (active.length === 0) {
    const listed = peeringsBetween(peerings, vpc.id, vpcId).map(
      peering => `${peering.id} as ${peering.status}`,
    );
    const detail = `the account of ${title} lists ${listed.join(', ') || 'no peering'} between ${vpc.id} and ${vpcId}`;
    return [{ id, verdict: 'fail', detail }];
  }
  return [
    { id, verdict: 'pass', detail: `${active[0]?.id} is active` },
    ...routeSubjects(from, connection, acceptsPeerings(active, vpc)),
  ];
}

function routeSubjects(
  from: LiveSide,
  { application, routeTables }: Connection,
  accepts: Journey['accepts'],
): Subject[] {
  return departureSubjects({
    from,
    routeTables,
    journey: () => ({ destination: addressSet(application.cidrs), accepts }),
  });
}
