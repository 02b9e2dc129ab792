import { vpcRanges } from '../../facts/clusterConfig/vpcRanges';
import type { Fact } from '../../facts/fact';
import {
  type PolicyRule,
  includesPort,
  networkPoliciesOf,
  restricting,
  rulesOf,
} from '../../facts/kubernetes/networkPolicies';
import type { Service, ServicePort } from '../../facts/loadBalancer/service';
import { sourceRangesOf } from '../../facts/loadBalancer/sourceRanges';
import { administrativePorts } from '../../facts/ports/administrativePorts';
import {
  addressSet,
  covers,
  difference,
  formatAddresses,
} from '../../facts/ranges/addressSet';
import type { SourceDocument } from '../../facts/sourceDocument';
import type { Subject } from '../../report/report';
import { productLoadBalancers } from '../../facts/loadBalancer/productLoadBalancers';
import { releaseOf } from '../../facts/release/release';
import {
  type Workload,
  envoyWorkload,
  productWorkload,
} from '../../facts/release/workload';
import { combine } from '../finding';
import { type Guideline, sideCheck } from '../guideline';
import { source } from '../sources';
import { live } from './live';

/** https://scalardl.scalar-labs.com/docs/latest/scalar-kubernetes/CreateEKSClusterForScalarDLAuditor/ */
export const administrativePortsClosed: Guideline = {
  id: 'administrative-ports-closed',
  level: 'recommendation',
  title: 'Administration and metrics stay inside the own network',
  source: source(
    'eksClusters',
    'Restrict connections by using some security features based on your requirements',
  ),
  pass: 'Nothing offers the administrative and metrics ports outside the own VPC.',
  fail: 'A port that pauses the product or shows its metrics is open to other networks.',
  remedy:
    'Remove the port from the Service, and let NetworkPolicies and the security groups of the nodes name the two product ports for other networks.',
  plan: sideCheck({
    needs: ['clusterConfig', 'product', 'manifests'],
    needsShared: ['environment'],
    check: (facts, { side, given }) => {
      const { clusterConfig, product, manifests, environment } = facts;
      const own = vpcRanges({ clusterConfig, environment, side });
      const ports = administrativePorts(given.properties, side);
      const release = releaseOf(environment, side);
      const workloads = [
        productWorkload(product, { side, release }),
        envoyWorkload(product, { side, release }),
      ].filter(workload => workload !== undefined);
      return combine(
        [
          ...productLoadBalancers(facts, side).flatMap(service =>
            serviceSubjects(service, { ports, own }),
          ),
          ...workloads.flatMap(workload =>
            policySubjects(workload, { manifests, ports, own }),
          ),
        ],
        {
          none: 'no load balancer and no NetworkPolicy',
          expected: `ports ${ports.join(', ')} only inside the own VPC`,
        },
      );
    },
  }),
  live,
};

/** Ports that have to stay inside, and what inside is. */
interface Closed {
  ports: readonly number[];
  own: Fact<string[]>;
}

/** One subject for each administrative port of a load balancer; one that passes where there is none. */
function serviceSubjects(service: Service, { ports, own }: Closed): Subject[] {
  const isOpen = ({ port, targetPort }: ServicePort) =>
    ports.includes(port) ||
    (typeof targetPort === 'number' && ports.includes(targetPort));
  const open = service.ports.filter(isOpen);
  if (open.length === 0) {
    const detail = `${service.id} offers ${service.ports.map(({ port }) => port).join(', ')}`;
    const { location } = service;
    return [{ id: service.id, verdict: 'pass', detail, location }];
  }
  return open.map(({ name, port, targetPort, location }) => ({
    id: `${service.id} ${name}`,
    ...judgeCallers(service, own),
    detail: `${service.id} offers port ${port} for the pods’ ${targetPort}`,
    location,
  }));
}

/** A load balancer that admits nobody but the own network opens nothing. */
function judgeCallers(
  service: Service,
  own: Fact<string[]>,
): Pick<Subject, 'verdict'> {
  const { ranges, omitted, elsewhere } = sourceRangesOf(service);
  if (elsewhere) return { verdict: 'unknown' };
  if (omitted) return { verdict: 'fail' };
  if (!own.ok) return { verdict: 'unknown' };
  const inside = covers(addressSet(own.value), addressSet(ranges));
  return { verdict: inside ? 'pass' : 'fail' };
}

/** One subject for each ingress rule that speaks of an administrative port of the workload. */
function policySubjects(
  workload: Workload,
  { manifests, ports, own }: Closed & { manifests: readonly SourceDocument[] },
): Subject[] {
  const { sure, possible } = restricting(
    networkPoliciesOf(manifests),
    workload,
    'Ingress',
  );
  return rulesOf([...sure, ...possible], 'Ingress').flatMap(rule => {
    const open = ports.filter(port => includesPort(rule, port));
    return open.length === 0 ? [] : [judgeRule(rule, { workload, open, own })];
  });
}

function judgeRule(
  rule: PolicyRule,
  {
    workload,
    open,
    own,
  }: { workload: Workload; open: readonly number[]; own: Fact<string[]> },
): Subject {
  const id = `NetworkPolicy ${rule.policy.name} for ${workload.title}`;
  const { location } = rule;
  const which = `${rule.policy.name} opens ${open.join(', ')} of ${workload.title} pods`;
  if (rule.addresses.length === 0) {
    const detail = `${which} inside the cluster only`;
    return { id, verdict: 'pass', detail, location };
  }
  if (!own.ok && !rule.anybody)
    return { id, verdict: 'unknown', detail: own.reason, location };
  const beyond = difference(
    rule.addresses,
    addressSet(own.ok ? own.value : []),
  );
  const whom = rule.anybody ? 'everybody' : formatAddresses(beyond);
  return beyond.length === 0
    ? { id, verdict: 'pass', detail: `${which} to the own VPC`, location }
    : { id, verdict: 'fail', detail: `${which} to ${whom}`, location };
}
