import { randomBytes } from 'node:crypto';
import {
  type PlannedCall,
  PROBE_LABEL,
  type Side,
} from '@scalardl-on-eks/plugin-scalardl-common';
import { apiVersionOf, JOBS } from '../kinds';
import type { PodSpec, Volume } from '../workloads/podSpec';
import type { ProductPlace } from './productPlace';
import { AUTHORITY, type ContainerTls, containerTls } from './probeTls';

/** A call, and the container that makes it. */
export interface ProbeContainer extends Omit<ContainerTls, 'flags' | 'volume'> {
  id: string;
  /** That it calls. */
  port: number;
  name: string;
}

/** A Job that asks every call once, as it is to be made. */
export interface ProbeJob {
  name: string;
  namespace: string;
  /** Labels of its pod. */
  labels: Record<string, string>;
  containers: ProbeContainer[];
  manifest: object;
}

/** Seconds after which Kubernetes ends the pod, whoever started it. */
export const LIFETIME_SECONDS = 90;

/** Seconds after its end in which somebody may still look at it; then Kubernetes removes it. */
const REST_SECONDS = 120;

/** Seconds for each of connection and answer. */
const CALL_SECONDS = 5;

/** Where Scalar's images have it (https://github.com/scalar-labs/helm-charts, probes of the charts). */
const PROGRAM = '/usr/local/bin/grpc_health_probe';

export const NAME_PREFIX = 'scalardl-probe-';

/**
 * The Job that one side runs to ask the other.
 *
 * Its name is made here and not by the API, so that it can be removed even where the answer to its creation was lost.
 *
 * @param other - the side that is asked
 */
export function probeJob(
  other: Side,
  { place, calls }: { place: ProductPlace; calls: readonly PlannedCall[] },
): ProbeJob {
  const name = `${NAME_PREFIX}${other}-${randomBytes(5).toString('hex')}`;
  const { namespace } = place;
  const labels = { [PROBE_LABEL]: other };
  const made = calls.map((call, index) => {
    const { flags, volume, ...tls } = containerTls(call.tls, place);
    const container = containerOf(call, { place, flags, index, volume });
    return {
      told: { id: call.id, port: call.port, name: container.name, ...tls },
      container,
      volume,
    };
  });
  const volumes = made.flatMap(({ volume }) => volume ?? []).slice(0, 1);
  return {
    name,
    namespace,
    labels,
    containers: made.map(({ told }) => told),
    manifest: {
      apiVersion: apiVersionOf(JOBS),
      kind: JOBS.kind,
      metadata: { name, namespace, labels },
      spec: {
        backoffLimit: 0,
        activeDeadlineSeconds: LIFETIME_SECONDS,
        ttlSecondsAfterFinished: REST_SECONDS,
        template: {
          metadata: { labels },
          spec: {
            ...podOf(place.pod),
            containers: made.map(({ container }) => container),
            volumes,
          },
        },
      },
    },
  };
}

/** On the nodes of the product, without its rights, and as the Pod Security Standard `restricted` wants it. */
function podOf(product: PodSpec): object {
  const { nodeSelector, tolerations, imagePullSecrets, affinity } = product;
  const { runAsUser, runAsGroup, fsGroup } = product.securityContext ?? {};
  return {
    restartPolicy: 'Never',
    automountServiceAccountToken: false,
    enableServiceLinks: false,
    terminationGracePeriodSeconds: 0,
    nodeSelector,
    tolerations,
    imagePullSecrets,
    affinity: affinity?.nodeAffinity && { nodeAffinity: affinity.nodeAffinity },
    securityContext: {
      ...{ runAsUser, runAsGroup, fsGroup },
      runAsNonRoot: true,
      seccompProfile: { type: 'RuntimeDefault' },
    },
  };
}

const RESOURCES = { cpu: '50m', memory: '64Mi' };

function containerOf(
  { host, port }: PlannedCall,
  {
    place: { container },
    flags,
    index,
    volume,
  }: {
    place: ProductPlace;
    flags: readonly string[];
    index: number;
    volume: Volume | undefined;
  },
) {
  const { image, imagePullPolicy, securityContext = {} } = container;
  const { runAsUser, runAsGroup } = securityContext;
  return {
    name: `port-${index}`,
    image,
    imagePullPolicy,
    command: [
      PROGRAM,
      `-addr=${host}:${port}`,
      `-connect-timeout=${CALL_SECONDS}s`,
      `-rpc-timeout=${CALL_SECONDS}s`,
      ...flags,
    ],
    // gRPC for Go then says why a connection failed, not only that it did.
    env: [{ name: 'GRPC_GO_LOG_SEVERITY_LEVEL', value: 'warning' }],
    resources: { requests: RESOURCES, limits: RESOURCES },
    securityContext: {
      ...{ runAsUser, runAsGroup },
      allowPrivilegeEscalation: false,
      capabilities: { drop: ['ALL'] },
      readOnlyRootFilesystem: true,
      runAsNonRoot: true,
    },
    terminationMessagePolicy: 'FallbackToLogsOnError',
    volumeMounts: volume && [
      { name: volume.name, mountPath: AUTHORITY.folder, readOnly: true },
    ],
  };
}
