import type { Environment } from '../../environment/schema';
import {
  envoyListeners,
  loadBalancerPorts,
} from '../../facts/ports/envoyPorts';
import {
  FIXED_PORTS,
  ledgerPortsOfAuditor,
  podPorts,
} from '../../facts/ports/podPorts';
import { type Port, type Ports, ROLES } from '../../facts/ports/port';
import { strayListenerAttributes } from '../../facts/ports/listenerAttributes';
import type { Properties } from '../../facts/properties';
import type { SourceDocument } from '../../facts/sourceDocument';
import { SIDES, type Side, type Subject } from '../../report/report';
import { combine } from '../finding';
import { type Guideline, pairCheck } from '../guideline';
import { source } from '../sources';
import { live } from './live';

interface SideFacts {
  side: Side;
  product: SourceDocument;
  properties: Properties;
  environment: Environment | undefined;
}

/** https://scalardl.scalar-labs.com/docs/latest/scalar-kubernetes/CreateEKSClusterForScalarDLAuditor/ */
export const portsAgree: Guideline = {
  id: 'ports-agree',
  level: 'requirement',
  title: 'Every place means the same ports',
  source: source('eksClusters', 'Network requirements'),
  pass: 'Pods, Envoy, load balancers and the Auditor agree on every port.',
  fail: 'Two places name different ports for the same connection, so calls would not arrive.',
  remedy:
    'Choose ports in spec.<side>.loadBalancerPorts only, and keep the ports of the pods at 50051 and 50052 for Ledger, 40051 and 40052 for Auditor.',
  plan: pairCheck({
    needs: ['product', 'properties'],
    needsShared: ['environment'],
    check: facts => {
      const sides = SIDES.map(side => ({
        side,
        environment: facts.environment,
        ...facts[side],
      }));
      const ledgerPorts = publishedPorts('ledger', facts.ledger);
      return combine(
        [
          ...sides.flatMap(sideSubjects),
          ...callSubjects(facts.auditor.properties, ledgerPorts),
        ],
        {
          none: 'no ports',
          expected: 'the same port on both ends of every connection',
        },
      );
    },
  }),
  live,
};

function publishedPorts(
  side: Side,
  { product, properties }: Pick<SideFacts, 'product' | 'properties'>,
): Ports {
  return loadBalancerPorts(product, { side, pods: podPorts(properties, side) });
}

function sideSubjects(facts: SideFacts): Subject[] {
  const { side, product, properties, environment } = facts;
  const pods = podPorts(properties, side);
  const published = publishedPorts(side, facts);
  const declared = environment?.spec[side].loadBalancerPorts;
  return [
    agreement(`${side}: probes of the pods`, pods.client, {
      number: FIXED_PORTS[side].client,
      detail: `the probes of the chart call ${FIXED_PORTS[side].client}`,
    }),
    ...ROLES.flatMap(role => [
      ...listenerSubject(facts, pods[role]),
      agreement(
        `${side}: ${role} port of the load balancer`,
        published[role],
        declared && {
          number: declared[role],
          detail: `scalardl.yaml says ${declared[role]}`,
        },
      ),
    ]),
    ...strayListenerAttributes(product, { side, published }).map(
      ({ detail, location }): Subject => ({
        id: `${side}: listener attributes`,
        verdict: 'fail',
        detail,
        location,
      }),
    ),
  ];
}

/** Envoy forwards to the same port on which it listens. */
function listenerSubject({ product, side }: SideFacts, pod: Port): Subject[] {
  const listeners = envoyListeners(product, side);
  if (!listeners || typeof pod.number !== 'number') return [];
  const listens = listeners.numbers.includes(pod.number);
  return [
    {
      id: `${side}: listeners of Envoy`,
      verdict: listens ? 'pass' : 'fail',
      detail: `${listeners.detail}, and ${pod.detail}`,
      location: listeners.location,
    },
  ];
}

function callSubjects(auditor: Properties, ledger: Ports): Subject[] {
  const called = ledgerPortsOfAuditor(auditor);
  return ROLES.map(role =>
    agreement(`auditor: ${role} port of Ledger`, called[role], ledger[role]),
  );
}

/** Whether a port is the one that something else needs; without anything else it only has to exist. */
function agreement(
  id: string,
  port: Port,
  other: Pick<Port, 'number' | 'detail'> | undefined,
): Subject {
  const { detail, location } = port;
  if (port.number === 'absent')
    return { id, verdict: 'fail', detail, location };
  const untold = [port, other].find(one => one?.number === 'untold');
  if (untold) {
    return { id, verdict: 'unknown', detail: untold.detail, location };
  }
  const agrees = !other || port.number === other.number;
  return {
    id,
    verdict: agrees ? 'pass' : 'fail',
    detail: other ? `${detail}, and ${other.detail}` : detail,
    location,
  };
}
