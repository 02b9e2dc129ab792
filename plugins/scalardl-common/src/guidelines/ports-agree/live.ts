import type { LiveSettings, SideLiveFacts } from '../../facts/live';
import { productServices } from '../../facts/live/balancers/services';
import { reachableWorkloads } from '../../facts/live/product';
import { ledgerPortsOfAuditor, podPorts } from '../../facts/ports/podPorts';
import { type Ports, ROLES } from '../../facts/ports/port';
import type { Properties } from '../../facts/properties';
import type { Side, Subject } from '../../report/report';
import { combine } from '../finding';
import { type LiveValues, livePairCheck } from '../liveCheck';
import { judgeBalancers } from './judgeBalancers';
import { judgePods } from './judgePods';
import { type Published, judgePublished, publishedPorts } from './published';

const NEEDS = [
  'properties',
  'services',
  'productDeployments',
  'loadBalancers',
  'targetHealth',
] as const;

type Facts = LiveValues<(typeof NEEDS)[number]>;

/** One side of the comparison; `undefined` where the product is not deployed. */
interface JudgedSide {
  subjects: Subject[];
  properties?: Properties;
  pods?: Ports;
  published?: Published;
}

/** Compares the ports of pods, Envoy, Services, load balancers and targets as they run. */
export const live = livePairCheck({
  needs: NEEDS,
  check: ({ ledger, auditor }, { given, settings }) => {
    const judge = (side: Side, facts: Facts) =>
      judgeSide(side, { facts, given: given[side], settings });
    const sides = {
      ledger: judge('ledger', ledger),
      auditor: judge('auditor', auditor),
    };
    return combine(
      [
        ...sides.ledger.subjects,
        ...sides.auditor.subjects,
        ...judgeCalls(sides.auditor, sides.ledger),
      ],
      {
        none: 'neither Ledger nor Auditor is deployed',
        expected: 'the same port on both ends of every connection',
      },
    );
  },
});

function judgeSide(
  side: Side,
  {
    facts,
    given,
    settings,
  }: { facts: Facts; given: SideLiveFacts; settings: LiveSettings },
): JudgedSide {
  const { properties, loadBalancers, targetHealth } = facts;
  const workloads = reachableWorkloads(facts.productDeployments, {
    side,
    settings,
  });
  const [product] = workloads.product;
  if (!product) return { subjects: [] };
  if (!properties) {
    const detail = `the properties of ${product.title} were not found`;
    return { subjects: [{ id: `${side}: pods`, verdict: 'unknown', detail }] };
  }
  const services = productServices(facts.services, workloads);
  const pods = podPorts(properties, side);
  const published = publishedPorts(services, pods);
  return {
    properties,
    pods,
    published,
    subjects: [
      ...judgePods(side, {
        product,
        envoy: workloads.envoy[0],
        configuration: given.envoyConfiguration,
        pods,
      }),
      ...judgePublished(side, { services, published, pods }),
      ...judgeBalancers(side, { published, loadBalancers, targetHealth }),
    ],
  };
}

/** The ports on which the Auditor calls must be ports of the Ledger's Service that lead to the same ones. */
function judgeCalls(
  { properties }: JudgedSide,
  { pods, published }: JudgedSide,
): Subject[] {
  if (!properties || !pods || !published) return [];
  const called = ledgerPortsOfAuditor(properties);
  return ROLES.map((role): Subject => {
    const id = `auditor: ${role} port of Ledger`;
    const { number, detail } = called[role];
    const untold = [called[role], pods[role]].find(
      port => port.number === 'untold',
    );
    if (untold) return { id, verdict: 'unknown', detail: untold.detail };
    const offered = published[role].map(({ port }) => port.port);
    const agrees = offered.some(port => port === number);
    const other = `Ledger’s load balancer leads to its ${role} port from ${offered.join(', ') || 'nowhere'}`;
    const verdict = agrees ? 'pass' : 'fail';
    return { id, verdict, detail: `${detail}, and ${other}` };
  });
}
