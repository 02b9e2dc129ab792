import type {
  KubernetesJson,
  LiveProbe,
} from '@scalardl-on-eks/plugin-scalardl-common';
import type { ProbeContainer } from './probeJob';
import { lastWords, oneLine } from './lastWords';

interface Terminated {
  exitCode: number;
  reason?: string;
  message?: string;
}

interface Waiting {
  reason?: string;
  message?: string;
}

/** What is read of the probe's pod (https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#PodStatus). */
export interface ProbePod {
  metadata: KubernetesJson['metadata'];
  status?: {
    phase?: string;
    reason?: string;
    message?: string;
    conditions?: {
      type: string;
      status: string;
      reason?: string;
      message?: string;
    }[];
    containerStatuses?: {
      name: string;
      state?: { terminated?: Terminated; waiting?: Waiting };
    }[];
  };
}

/** How a container ended, or what it waits for. */
export type End = Pick<LiveProbe, 'exitCode' | 'message'> & {
  /** Whether nothing will come of waiting longer. */
  final: boolean;
};

/** A kubelet tries these again and again, without end. */
const HOPELESS = new Set([
  'ImagePullBackOff',
  'InvalidImageName',
  'ErrImageNeverPull',
  'CreateContainerConfigError',
  'CreateContainerError',
]);

/** How the container ended so far. */
export function endOf(
  { name }: ProbeContainer,
  pod: ProbePod | undefined,
): End {
  if (!pod) return { final: false, message: 'no pod was made' };
  const { status = {} } = pod;
  const found = status.containerStatuses?.find(one => one.name === name);
  const { terminated, waiting } = found?.state ?? {};
  if (terminated) return { ...terminatedEnd(terminated), final: true };
  if (status.phase === 'Failed') {
    return { final: true, message: told(status, 'the pod failed') };
  }
  return waiting?.reason
    ? {
        final: HOPELESS.has(waiting.reason),
        message: told(waiting, 'it waits'),
      }
    : { final: false, message: unscheduled(pod) ?? 'it did not end' };
}

/** How a container ends whose program began; anything else is what kept it from that, or ended it from outside. */
const OF_PROGRAM = new Set(['Completed', 'Error']);

function terminatedEnd({ exitCode, reason = 'Error', message }: Terminated) {
  return OF_PROGRAM.has(reason)
    ? { exitCode, message: lastWords(message) }
    : { message: told({ reason, message }, 'it was ended') };
}

function unscheduled({ status }: ProbePod): string | undefined {
  const condition = status?.conditions?.find(
    ({ type, status: state }) => type === 'PodScheduled' && state === 'False',
  );
  return condition && told(condition, 'it has no node');
}

function told({ reason, message }: Waiting, otherwise: string): string {
  return oneLine([reason ?? otherwise, message].filter(Boolean).join(': '));
}
