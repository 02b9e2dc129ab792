import type { Manifest } from '../../world/resources.ts';
import { until } from '../../world/waiting.ts';
import type { WorldSide } from '../../world/world.ts';
import { changeObject } from '../change.ts';
import type { Mutation } from '../mutation.ts';
import { pathsOf } from '../paths.ts';
import { changeProperties } from '../properties.ts';
import { rollOutContainer } from '../rollOut.ts';
import { settled } from '../settled.ts';

export const mutations: Mutation[] = [
  {
    name: 'the Auditor calls a privileged port that the Ledger does not offer',
    guideline: 'ports-agree',
    apply: ({ auditor }) =>
      changeProperties(auditor, text =>
        text.replace(
          'ledger.privileged_port=50052',
          'ledger.privileged_port=50062',
        ),
      ),
    expect: { 'ports-agree/pair': 'fail' },
    observed: '50062',
  },
  {
    name: 'the Auditor calls a wrong port in one line, and the right one further down',
    guideline: 'ports-agree',
    apply: ({ auditor }) =>
      changeProperties(
        auditor,
        text => `scalar.dl.auditor.ledger.port=50061\n${text}`,
      ),
    expect: {},
    because: 'of a repeated property the last line counts',
  },
  {
    name: 'other ports stand in comments',
    guideline: 'ports-agree',
    apply: ({ ledger }) =>
      changeProperties(
        ledger,
        text =>
          `${text}# scalar.dl.ledger.server.port=60051\n! scalar.dl.ledger.server.privileged_port=60052\n`,
      ),
    expect: {},
    because: 'a line that begins with # or ! is no property',
  },
  {
    name: 'the ports are left out, and the defaults are the same',
    guideline: 'ports-agree',
    apply: ({ auditor }) =>
      changeProperties(auditor, text =>
        text.replace(/^scalar\.dl\.auditor\.ledger\.\w*port=.*\n/gm, ''),
      ),
    expect: {},
    because: 'without a line the product calls 50051 and 50052',
  },
  {
    name: 'Envoy listens on another port than its Service leads to',
    guideline: 'ports-agree',
    async apply({ ledger }) {
      const { kube, plan } = ledger;
      const path = pathsOf(plan).envoy;
      const { spec } = await kube.get<Workload>(path);
      const env = spec.template.spec.containers[0]?.env.map(one =>
        one.name === 'service_listeners'
          ? {
              ...one,
              value: 'scalardl-service:50051,scalardl-privileged:50053',
            }
          : one,
      );
      return rollOutContainer(ledger, path, { env });
    },
    expect: { 'ports-agree/pair': 'fail' },
    observed: '50053',
  },
  {
    name: 'the load balancer of the Ledger listens elsewhere than the Auditor calls',
    guideline: 'ports-agree',
    apply: ({ ledger }) => listenOn(ledger, 60051),
    expect: {
      'egress-reaches-other-side/pair': 'fail',
      'ports-agree/pair': 'fail',
    },
    observed: '60051',
  },
];

interface Workload extends Manifest {
  spec: {
    template: {
      spec: { containers: { env: { name: string; value: string }[] }[] };
    };
  };
}

interface Service extends Manifest {
  spec: { ports: { name: string; port: number }[] };
}

/** Moves the load balancer's first port, and waits until its controller has followed. */
async function listenOn(side: WorldSide, port: number) {
  const { kube, plan } = side;
  const path = pathsOf(plan).envoyService;
  const { spec } = await kube.get<Service>(path);
  const ports = spec.ports.map(one =>
    one.name === 'envoy' ? { ...one, port } : one,
  );
  const back = await changeObject(kube, path, { spec: { ports } });
  await listens(side, port);
  return async () => {
    await back();
    await listens(side, plan.ports.client);
  };
}

async function listens(side: WorldSide, port: number): Promise<void> {
  const { elb } = side;
  await until(
    async () => {
      const { LoadBalancers = [] } = await elb.describeLoadBalancers({});
      const { Listeners = [] } = await elb.describeListeners({
        LoadBalancerArn: LoadBalancers[0]?.LoadBalancerArn,
      });
      return Listeners.map(({ Port }) => Port);
    },
    found => found.length === 2 && found.includes(port),
  );
  await settled(side);
}
