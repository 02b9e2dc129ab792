import { compareVersions } from '../../environment/support';
import type { Fact } from '../../facts/fact';
import type {
  LiveRouteTable,
  LiveSubnet,
  SideLiveFacts,
  WorkloadClass,
} from '../../facts/live';
import { productFront } from '../../facts/live/balancers/productFront';
import { stackOf } from '../../facts/live/balancers/services';
import { privacyOf } from '../../facts/live/routing';
import type { LiveSide } from '../../facts/live/security/liveSide';

/** A subnet that an internal load balancer might stand in, and whether it may. */
export interface Candidate {
  subnet: LiveSubnet;
  verdict: 'pass' | 'fail' | 'unknown';
  detail: string;
}

interface Network {
  cluster: string;
  subnets: readonly LiveSubnet[];
  routeTables: readonly LiveRouteTable[];
}

const ROLE = 'kubernetes.io/role/internal-elb';
const ANNOTATION = 'service.beta.kubernetes.io/aws-load-balancer-subnets';
const CLUSTER = 'kubernetes.io/cluster/';

/** Addresses that a subnet must have free for a load balancer to be made in it. */
const FREE_ADDRESSES = 8;

/** The private subnets, or those that the Service itself names. */
export function candidatesOf(
  side: LiveSide,
  { cluster, subnets, routeTables }: Network,
): Candidate[] {
  const named = namedSubnets(side);
  if (named)
    return subnets
      .filter(
        ({ id, tags }) => named.includes(id) || named.includes(tags.Name ?? ''),
      )
      .map(subnet => freeEnough(subnet, 'named by the Service'));
  const inside = subnets.filter(
    ({ id }) => privacyOf(id, routeTables).answer === 'yes',
  );
  const tagged = inside.some(({ tags }) => hasRole(tags));
  const fallback = tagged ? undefined : reachabilityFallback(side.facts);
  return inside.map(subnet => judge(subnet, cluster, fallback));
}

function judge(
  subnet: LiveSubnet,
  cluster: string,
  fallback: Candidate['verdict'] | undefined,
): Candidate {
  const { id, tags } = subnet;
  const owners = Object.keys(tags).filter(key => key.startsWith(CLUSTER));
  const foreign = owners.find(key => key !== `${CLUSTER}${cluster}`);
  if (foreign && !owners.includes(`${CLUSTER}${cluster}`))
    return {
      subnet,
      verdict: 'fail',
      detail: `${id} is tagged for another cluster, ${foreign}`,
    };
  if (hasRole(tags)) return freeEnough(subnet, `tagged ${ROLE}`);
  const found = freeEnough(subnet, 'found by its routes');
  if (fallback === 'pass' || found.verdict === 'fail') return found;
  const detail =
    fallback === 'unknown'
      ? `${lack(subnet)}, and whether the controller does without is not known`
      : lack(subnet);
  return { subnet, verdict: fallback ?? 'fail', detail };
}

function freeEnough(subnet: LiveSubnet, how: string): Candidate {
  const { id, availableAddresses } = subnet;
  return {
    subnet,
    verdict: availableAddresses >= FREE_ADDRESSES ? 'pass' : 'fail',
    detail: `${id}, ${how}, has ${availableAddresses} free addresses`,
  };
}

function hasRole(tags: LiveSubnet['tags']): boolean {
  return tags[ROLE] === '1' || tags[ROLE] === '';
}

/** Subnets, by id or name, that an annotation of the product's Service gives to its load balancer. */
function namedSubnets(side: LiveSide): string[] | undefined {
  const { services } = side.facts;
  const front = productFront(side);
  if (!services.ok || !front.ok) return undefined;
  const stacks = front.value.services.map(({ stack }) => stack);
  const text = services.value
    .filter(service => stacks.includes(stackOf(service)))
    .map(({ metadata }) => metadata.annotations?.[ANNOTATION])
    .find(value => value !== undefined);
  return text?.split(',').map(part => part.trim());
}

const CONTROLLER = /(?:^|\/)aws-load-balancer-controller:v?(\d+\.\d+\.\d+)/;

/** From this version on the controller looks at routes where no subnet has a tag. */
const LOOKS_AT_ROUTES = '2.12.1';

function reachabilityFallback({
  workloads,
}: SideLiveFacts): Candidate['verdict'] {
  const version = controllerVersion(workloads);
  if (version === undefined) return 'unknown';
  return compareVersions(version, LOOKS_AT_ROUTES) >= 0 ? 'pass' : 'fail';
}

function controllerVersion(
  workloads: Fact<readonly WorkloadClass[]>,
): string | undefined {
  if (!workloads.ok) return undefined;
  return workloads.value
    .flatMap(({ images }) => images)
    .map(image => CONTROLLER.exec(image)?.[1])
    .find(version => version !== undefined);
}

function lack({ id, tags }: LiveSubnet): string {
  const value = tags[ROLE];
  return value === undefined
    ? `${id} has no tag ${ROLE}`
    : `${id} has the tag ${ROLE} with the value ${value}, expected 1 or none`;
}
