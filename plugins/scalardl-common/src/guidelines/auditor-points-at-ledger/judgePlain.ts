import type { Fact } from '../../facts/fact';
import type { KubernetesJson, LiveLoadBalancer } from '../../facts/live';
import { balancersOf, plainName } from '../../facts/live/balancers/balancers';
import {
  type NetworkMap,
  asRange,
  placesOf,
  rangesOf,
} from '../../facts/live/balancers/places';
import {
  type ProductFront,
  exposedServices,
} from '../../facts/live/balancers/productFront';
import { stackOf } from '../../facts/live/balancers/services';
import { addressSet, covers } from '../../facts/ranges/addressSet';

/** Everything by which a host name can be recognised without asking a name server. */
export interface KnownNames {
  /** What stands in front of Ledger. */
  front: ProductFront;
  /** Those of the Ledger's VPC. */
  loadBalancers: readonly LiveLoadBalancer[];
  map: Fact<NetworkMap>;
  /** Those of the Auditor's VPC. */
  ownBalancers: readonly LiveLoadBalancer[];
  /** Services of the Auditor's cluster. */
  ownServices: readonly KubernetesJson[];
}

/** What a name turned out to be. */
export interface Judgement {
  verdict: 'pass' | 'fail' | 'unknown';
  detail: string;
}

/** Names that AWS gives to load balancers of every kind. */
const BALANCER_NAME = /\.elb\.(?:[a-z0-9-]+\.)?amazonaws\.com(?:\.cn)?$/;

export const ADDRESS = /^\d+\.\d+\.\d+\.\d+$/;

/** What a name, in lower case and without the dot at the end, or an address says by itself. */
export function judgePlain(host: string, known: KnownNames): Judgement {
  // So the names of load balancers are written where they have addresses of IPv6 too.
  const name = host.replace(/^dualstack\./, '');
  const current = currentBalancers(known);
  const here = current.find(({ dnsName }) => leadsTo(name, dnsName));
  if (here) {
    const zone = name === plainName(here.dnsName) ? '' : ', in one zone';
    return { verdict: 'pass', detail: `it is ${here.name}${zone}` };
  }
  if (ADDRESS.test(name)) return judgeAddress(name, current, known.map);
  const reason = whyElsewhere(name, known);
  if (reason !== undefined) {
    const names = current.map(({ dnsName }) => dnsName).join(', ');
    const detail = `${reason}; Ledger has ${names || 'no load balancer now'}`;
    return { verdict: 'fail', detail };
  }
  return {
    verdict: 'unknown',
    detail:
      'no private zone of the Auditor’s VPC holds the name, and where it leads only a name server can tell',
  };
}

function currentBalancers({ front, loadBalancers }: KnownNames) {
  return exposedServices(front)
    .flatMap(service => balancersOf(service, loadBalancers))
    .map(({ balancer }) => balancer)
    .filter(balancer => balancer !== undefined);
}

/** A load balancer also has a name for each zone, in front of its own. */
function leadsTo(name: string, dnsName: string): boolean {
  const own = plainName(dnsName);
  return name === own || name.endsWith(`.${own}`);
}

function judgeAddress(
  address: string,
  current: readonly LiveLoadBalancer[],
  map: Fact<NetworkMap>,
): Judgement {
  if (!map.ok) return { verdict: 'unknown', detail: map.reason };
  const wanted = addressSet([asRange(address)]);
  const here = current.find(
    balancer =>
      wanted.length > 0 &&
      covers(addressSet(rangesOf(placesOf(balancer, map.value))), wanted),
  );
  return here
    ? {
        verdict: 'pass',
        detail: `it is an address of ${here.name}, in one zone`,
      }
    : { verdict: 'fail', detail: 'it is no address of Ledger’s load balancer' };
}

function whyElsewhere(name: string, known: KnownNames): string | undefined {
  const { loadBalancers, ownBalancers, ownServices } = known;
  const other = [...loadBalancers, ...ownBalancers].find(({ dnsName }) =>
    leadsTo(name, dnsName),
  );
  if (other) return `it is ${other.name}, which is not in front of Ledger`;
  if (BALANCER_NAME.test(name))
    return 'it is the name of a load balancer that is gone or somebody else’s';
  const service = ownServices
    .map(stackOf)
    .find(stack => stack.split('/').reverse().join('.') === name);
  return service && `it is Service ${service} of the Auditor’s own cluster`;
}
