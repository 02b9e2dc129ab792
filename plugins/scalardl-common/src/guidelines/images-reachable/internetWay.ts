import { PRIVATE_RANGES } from '../../environment/ranges';
import type { LiveInstance, LiveRoute, SideLiveFacts } from '../../facts/live';
import {
  type Acceptance,
  type Way,
  effectiveTable,
  privacyOf,
  wayBy,
} from '../../facts/live/routing';
import {
  EVERY_ADDRESS,
  addressSet,
  difference,
} from '../../facts/ranges/addressSet';

const INTERNET = difference(EVERY_ADDRESS, addressSet(PRIVATE_RANGES));

/** Whether machines of a subnet reach the whole internet; where only parts of it are reached, that is not known. */
export function internetWay(
  subnetId: string,
  facts: SideLiveFacts,
  machines: readonly LiveInstance[],
): Way {
  const { routeTables, prefixLists } = facts;
  const tables = routeTables.ok ? routeTables.value : [];
  const table = effectiveTable(subnetId, tables);
  if (!table)
    return {
      answer: 'unknown',
      detail: `no route table of ${subnetId} was read`,
    };
  const accepts = ({ target }: LiveRoute) =>
    acceptance(target, facts, machines);
  const way = wayBy(table, { destination: INTERNET, accepts }, prefixLists);
  const reachesSome = table.routes.some(
    route =>
      route.state === 'active' &&
      !['local', 'endpoint'].includes(route.target.kind) &&
      !route.destination.includes(':') &&
      leavesPrivateRanges(route) &&
      accepts(route).answer !== 'no',
  );
  return way.answer === 'no' && reachesSome
    ? { answer: 'unknown', detail: `${way.detail}, while other parts go out` }
    : way;
}

/** A prefix list may hold anything. */
function leavesPrivateRanges({ destination }: LiveRoute): boolean {
  return (
    destination.startsWith('pl-') ||
    difference(addressSet([destination]), addressSet(PRIVATE_RANGES)).length > 0
  );
}

function acceptance(
  { kind, id }: LiveRoute['target'],
  facts: SideLiveFacts,
  machines: readonly LiveInstance[],
): Acceptance {
  switch (kind) {
    case 'local':
      return { answer: 'yes' };
    case 'nat':
      return throughNat(id, facts);
    case 'internet':
      return machines.length > 0 &&
        machines.every(({ publicAddress }) => publicAddress)
        ? { answer: 'yes' }
        : { answer: 'no', why: 'machines there have no public address' };
    case 'endpoint':
      return isGateway(id, facts)
        ? { answer: 'yes' }
        : { answer: 'unknown', why: `what lies behind ${id} was not read` };
    case 'egressOnlyInternet':
      return { answer: 'no' };
    default:
      return { answer: 'unknown', why: `what lies behind ${id} was not read` };
  }
}

/** A gateway endpoint takes what is for S3 or DynamoDB, other ones lead through an appliance. */
function isGateway(id: string, { vpcEndpoints }: SideLiveFacts): boolean {
  return (
    vpcEndpoints.ok &&
    vpcEndpoints.value.some(
      endpoint => endpoint.id === id && endpoint.type === 'Gateway',
    )
  );
}

/** A NAT gateway must be available, public, and stand in a public subnet itself. */
function throughNat(
  id: string,
  { natGateways, routeTables }: SideLiveFacts,
): Acceptance {
  if (!natGateways.ok) return { answer: 'unknown', why: natGateways.reason };
  const gateway = natGateways.value.find(each => each.id === id);
  if (!gateway) return { answer: 'no', why: `${id} is not there` };
  const { state, connectivity, availabilityMode, subnetId } = gateway;
  if (state !== 'available') return { answer: 'no', why: `${id} is ${state}` };
  if (connectivity !== 'public')
    return {
      answer: 'unknown',
      why: `${id} is private, and what lies behind it was not read`,
    };
  if (availabilityMode === 'regional') return { answer: 'yes' };
  const tables = routeTables.ok ? routeTables.value : [];
  const { answer, detail } = privacyOf(subnetId, tables);
  if (answer === 'no') return { answer: 'yes' };
  return answer === 'yes'
    ? { answer: 'no', why: `${id} stands in ${subnetId}, where ${detail}` }
    : { answer, why: detail };
}
