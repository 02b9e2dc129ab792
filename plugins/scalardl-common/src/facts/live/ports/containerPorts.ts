import { listOf, recordOf } from '../../plain/plain';
import type { Workload } from '../../release/workload';

/** A port that something says of the pods, and what says it. */
export interface SaidPort {
  number: number;
  detail: string;
}

/** The ports that the containers declare; Kubernetes does not need them, so there may be none. */
export function declaredPorts(workload: Workload): number[] {
  return containersOf(workload).flatMap(container =>
    listOf(container.ports)
      .map(port => recordOf(port).containerPort)
      .filter(number => typeof number === 'number'),
  );
}

const PROBES = ['startupProbe', 'livenessProbe', 'readinessProbe'] as const;

/** The ports that gRPC probes call; a pod that listens elsewhere is restarted again and again. */
export function probedPorts(workload: Workload): SaidPort[] {
  return containersOf(workload).flatMap(container =>
    PROBES.flatMap(name => {
      const number = probedPort(recordOf(container[name]));
      if (number === undefined) return [];
      const detail = `the ${name} of ${String(container.name)} calls ${number}`;
      return [{ number, detail }];
    }),
  );
}

/** By `grpc_health_probe -addr=localhost:50051` as the charts do, or by the kind that Kubernetes has itself. */
function probedPort(probe: Readonly<Record<string, unknown>>) {
  const command = listOf(recordOf(probe.exec).command).map(String);
  const address = command
    .map(part => /^-addr=.*:(\d+)$/.exec(part)?.[1])
    .find(port => port !== undefined);
  if (address !== undefined) return Number(address);
  const { port } = recordOf(probe.grpc);
  return typeof port === 'number' ? port : undefined;
}

export function containersOf(
  workload: Workload,
): Readonly<Record<string, unknown>>[] {
  return listOf(workload.get('containers')).map(recordOf);
}
