import type { KubernetesJson } from '../../facts/live';
import { listOf, recordOf } from '../../facts/plain/plain';
import type { Subject } from '../../report/report';
import { combine, skipped } from '../finding';
import type { Guideline } from '../guideline';
import { liveSideCheck } from '../liveCheck';
import { source } from '../sources';

/** https://docs.aws.amazon.com/eks/latest/userguide/metrics-server.html */
export const metricsServerUp: Guideline = {
  id: 'metrics-server-up',
  level: 'derived',
  title: 'Autoscalers of pods can read CPU and memory use',
  source: source(
    'eksUserGuide',
    'View resource usage with the Kubernetes Metrics Server',
  ),
  pass: 'The metrics API answers, and the autoscalers of pods read it.',
  fail: 'An autoscaler of pods cannot read CPU and memory use, so it changes nothing.',
  remedy:
    'Install the EKS add-on metrics-server, and read kubectl describe apiservice v1beta1.metrics.k8s.io.',
  live: liveSideCheck({
    needs: ['podAutoscalers', 'metricsApi'],
    check: ({ podAutoscalers, metricsApi }) => {
      const readers = podAutoscalers.filter(readsResources);
      return readers.length === 0
        ? skipped('no HorizontalPodAutoscaler reads CPU or memory use')
        : combine([apiSubject(metricsApi), ...readers.map(readerSubject)], {
            none: 'no autoscaler',
            expected: 'APIService v1beta1.metrics.k8s.io available',
          });
    },
  }),
};

/** Without metrics an autoscaler follows the CPU; one of KEDA may read only its own, external ones. */
function readsResources({ spec }: KubernetesJson): boolean {
  const metrics = listOf(spec?.metrics).map(recordOf);
  return (
    metrics.length === 0 ||
    metrics.some(({ type }) =>
      ['Resource', 'ContainerResource'].includes(String(type)),
    )
  );
}

function apiSubject(api: KubernetesJson | undefined): Subject {
  const id = 'v1beta1.metrics.k8s.io';
  if (!api) {
    const detail = `there is no APIService ${id}: metrics-server is not installed`;
    return { id, verdict: 'fail', detail };
  }
  const condition = conditionOf(api, 'Available');
  if (!condition) {
    const detail = `the APIService ${id} does not tell whether it is available`;
    return { id, verdict: 'unknown', detail };
  }
  const available = condition.status === 'True';
  const why = [condition.reason, condition.message].filter(Boolean).join(': ');
  return {
    id,
    verdict: available ? 'pass' : 'fail',
    detail: `the APIService ${id} is ${available ? '' : 'not '}available${available || !why ? '' : `, ${why}`}`,
  };
}

/** The API may answer and still have nothing on the pods of one autoscaler. */
function readerSubject(autoscaler: KubernetesJson): Subject {
  const { name, namespace } = autoscaler.metadata;
  const id = `HorizontalPodAutoscaler ${namespace}/${name}`;
  const condition = conditionOf(autoscaler, 'ScalingActive');
  const blind =
    condition?.status === 'False' &&
    /^FailedGet(?:Container)?ResourceMetric/.test(String(condition.reason));
  return blind
    ? {
        id,
        verdict: 'fail',
        detail: `${id}: ${String(condition.message ?? condition.reason)}`,
      }
    : { id, verdict: 'pass', detail: `${id} reads the use of its pods` };
}

function conditionOf({ status }: KubernetesJson, type: string) {
  return listOf(status?.conditions)
    .map(recordOf)
    .find(condition => condition.type === type);
}
