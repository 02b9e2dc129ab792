import type { CreateRouteRequest, EC2 } from '@aws-sdk/client-ec2';
import type { Undo } from '../world/kube.ts';
import { allBack } from './change.ts';

type Route = Omit<CreateRouteRequest, 'DryRun'>;

/** Adds routes; the way back deletes them. */
export async function addRoutes(
  ec2: EC2,
  ...routes: readonly Route[]
): Promise<Undo> {
  const backs = await Promise.all(
    routes.map(async route => {
      await ec2.createRoute(route);
      return async () => void (await ec2.deleteRoute(placeOf(route)));
    }),
  );
  return allBack(...backs);
}

/** Deletes routes that are there; the way back makes them again. */
export async function removeRoutes(
  ec2: EC2,
  ...routes: readonly Route[]
): Promise<Undo> {
  const backs = await Promise.all(
    routes.map(async route => {
      await ec2.deleteRoute(placeOf(route));
      return async () => void (await ec2.createRoute(route));
    }),
  );
  return allBack(...backs);
}

/** Leads a destination elsewhere; the way back leads it as before. */
export async function replaceRoute(
  ec2: EC2,
  before: Route,
  after: Partial<Route>,
): Promise<Undo> {
  await ec2.replaceRoute({ ...placeOf(before), ...after });
  return async () => void (await ec2.replaceRoute(before));
}

/** By what a route is found. */
function placeOf({
  RouteTableId,
  DestinationCidrBlock,
  DestinationIpv6CidrBlock,
  DestinationPrefixListId,
}: Route) {
  return {
    RouteTableId,
    ...(DestinationCidrBlock && { DestinationCidrBlock }),
    ...(DestinationIpv6CidrBlock && { DestinationIpv6CidrBlock }),
    ...(DestinationPrefixListId && { DestinationPrefixListId }),
  };
}
