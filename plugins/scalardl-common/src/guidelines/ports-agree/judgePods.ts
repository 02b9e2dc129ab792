import type { Fact } from '../../facts/fact';
import {
  declaredPorts,
  probedPorts,
} from '../../facts/live/ports/containerPorts';
import { liveEnvoyListeners } from '../../facts/live/ports/envoyListeners';
import { type Ports, ROLES } from '../../facts/ports/port';
import type { Workload } from '../../facts/release/workload';
import type { Side, Subject } from '../../report/report';

interface Pods {
  product: Workload;
  envoy: Workload | undefined;
  configuration: Fact<string | undefined>;
  pods: Ports;
}

/** Whether containers, probes and Envoy mean the ports of the properties. */
export function judgePods(side: Side, facts: Pods): Subject[] {
  return [
    ...judgeContainers(side, facts),
    ...judgeProbes(side, facts),
    ...judgeEnvoy(side, facts),
  ];
}

/** Containers need not declare ports; those that declare some leave none out. */
function judgeContainers(side: Side, { product, pods }: Pods): Subject[] {
  const declared = declaredPorts(product);
  if (declared.length === 0) return [];
  return numbersOf(pods).map(({ number, detail }) => ({
    id: `${side}: ports of the containers`,
    verdict: declared.includes(number) ? 'pass' : 'fail',
    detail: `the containers of ${product.deployment} declare ${declared.join(', ')}, and ${detail}`,
  }));
}

function judgeProbes(side: Side, { product, pods }: Pods): Subject[] {
  const { number, detail } = pods.client;
  if (typeof number !== 'number') return [];
  return probedPorts(product).map(probe => ({
    id: `${side}: probes of the pods`,
    verdict: probe.number === number ? 'pass' : 'fail',
    detail: `${probe.detail}, and ${detail}`,
  }));
}

function judgeEnvoy(
  side: Side,
  { envoy, configuration, pods }: Pods,
): Subject[] {
  if (!envoy) return [];
  const id = `${side}: listeners of Envoy`;
  const text = configuration.ok ? configuration.value : undefined;
  const ports = liveEnvoyListeners(envoy, text);
  if (!ports) {
    if (configuration.ok) return [];
    return [{ id, verdict: 'unknown', detail: configuration.reason }];
  }
  return numbersOf(pods).map(({ number, detail }) => {
    const agrees =
      ports.listens.includes(number) && ports.forwards.includes(number);
    return {
      id,
      verdict: agrees ? 'pass' : 'fail',
      detail: `${ports.detail}, and ${detail}`,
    };
  });
}

function numbersOf(pods: Ports): { number: number; detail: string }[] {
  return ROLES.flatMap(role => {
    const { number, detail } = pods[role];
    return typeof number === 'number' ? [{ number, detail }] : [];
  });
}
