import { privateRanges } from '../../facts/clusterConfig/privateRanges';
import {
  networkPoliciesOf,
  restricting,
} from '../../facts/kubernetes/networkPolicies';
import {
  portLeadingTo,
  productService,
} from '../../facts/loadBalancer/service';
import { FIXED_PORTS } from '../../facts/ports/podPorts';
import type { Hop } from '../../facts/reachability/hop';
import { podHop } from '../../facts/reachability/podHop';
import { releaseOf } from '../../facts/release/release';
import { productWorkload } from '../../facts/release/workload';
import type { SourceDocument } from '../../facts/sourceDocument';
import type { Environment } from '../../environment/schema';
import { SIDES, type Side } from '../../report/report';
import { combine } from '../finding';
import { type Guideline, pairCheck } from '../guideline';
import { hopSubjects } from '../hopSubjects';
import { source } from '../sources';
import { live } from './live';

const DNS_PORT = 53;
const OTHER: Readonly<Record<Side, Side>> = {
  ledger: 'auditor',
  auditor: 'ledger',
};

interface Facts extends Record<
  Side,
  {
    clusterConfig: SourceDocument;
    product: SourceDocument;
    manifests: readonly SourceDocument[];
  }
> {
  environment: Environment | undefined;
}

/** https://scalardl.scalar-labs.com/docs/latest/scalar-kubernetes/NetworkPeeringForScalarDLAuditor/ */
export const egressReachesOtherSide: Guideline = {
  id: 'egress-reaches-other-side',
  level: 'derived',
  title: 'Policies let the product call the other side',
  source: source('networkPeering', 'Connections'),
  pass: 'Where policies restrict what the product may call, they admit the other side’s load balancer and name resolution.',
  fail: 'A policy keeps the product from calling the other side.',
  remedy:
    'Add an egress rule to the other side’s network for both of its load balancer ports, and one for DNS.',
  plan: pairCheck({
    needs: ['clusterConfig', 'product', 'manifests'],
    needsShared: ['environment'],
    check: facts =>
      combine(
        SIDES.flatMap(side => hopSubjects(egressHops(facts, side))),
        {
          none: 'no NetworkPolicy restricts what the product may call',
          expected: 'both ports of the other side, and DNS',
        },
      ),
  }),
  live,
};

/** Nothing where no policy restricts the side's own pods. */
function egressHops(facts: Facts, side: Side): Hop[] {
  const { environment } = facts;
  const { product, manifests } = facts[side];
  const workload = productWorkload(product, {
    side,
    release: releaseOf(environment, side),
  });
  const policies = restricting(
    networkPoliciesOf(manifests),
    workload,
    'Egress',
  );
  if (policies.sure.length + policies.possible.length === 0) return [];
  const other = OTHER[side];
  const ranges = privateRanges({
    clusterConfig: facts[other].clusterConfig,
    environment,
    side: other,
  });
  const service = productService(facts[other].product, other);
  // Where no port leads to the pods' port, `ports-agree` says so.
  const ports = Object.values(FIXED_PORTS[other])
    .map(port => portLeadingTo(service, port))
    .filter(port => port !== undefined);
  const calls = ports.map(({ port, location }): Hop => {
    if (!ranges.ok) {
      const id = `${workload.title} pods to ${other} :${port}`;
      return { id, answer: 'unknown', detail: ranges.reason, location };
    }
    const peer = { ranges: ranges.value };
    return podHop(manifests, { workload, direction: 'Egress', peer, port });
  });
  const nameServer = podHop(manifests, {
    workload,
    direction: 'Egress',
    peer: { somewhere: 'the name server' },
    port: DNS_PORT,
    protocol: 'UDP',
  });
  return [...calls, nameServer];
}
