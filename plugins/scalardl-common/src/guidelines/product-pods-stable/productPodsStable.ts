import type { LivePod } from '../../facts/live';
import { allPodsOf } from '../../facts/live/product';
import type { Subject } from '../../report/report';
import { combine } from '../finding';
import type { Guideline } from '../guideline';
import { type LiveContext, liveSideCheck } from '../liveCheck';
import { DAY, elapsedSince } from '../moment';
import { source } from '../sources';

/** https://scalardl.scalar-labs.com/docs/latest/scalar-kubernetes/RegularCheck/ */
export const productPodsStable: Guideline = {
  id: 'product-pods-stable',
  level: 'recommendation',
  title: 'Pods of the product run without restarts',
  source: source('regularCheck', 'Kubernetes resources'),
  pass: 'Every pod of the product and of Envoy runs and is ready, and no container has restarted within a day.',
  fail: 'A pod of the product or of Envoy does not run, is not ready, or has restarted within a day.',
  remedy:
    'Read kubectl describe pod and kubectl logs --previous of the pod; what ended its container stands there.',
  live: liveSideCheck({
    needs: ['productPods'],
    check: ({ productPods }, context) => {
      const { side, settings } = context;
      return combine(
        ([side, 'envoy'] as const)
          .flatMap(component =>
            allPodsOf(productPods, component, { side, settings }),
          )
          .filter(
            ({ terminating, phase }) => !terminating && phase !== 'Succeeded',
          )
          .map(pod => podSubject(pod, context)),
        {
          none: 'no pod of the product was found',
          expected: 'pods running and ready, no restart within a day',
        },
      );
    },
  }),
};

/** The charts have no readiness probe, so a pod that crashes now and then is ready in between: restarts tell. */
function podSubject(
  { name: id, phase, ready, containers }: LivePod,
  context: LiveContext,
): Subject {
  if (phase !== 'Running' || !ready) {
    const detail = `${id} is ${phase}, ${ready ? 'ready' : 'not ready'}`;
    return { id, verdict: 'fail', detail };
  }
  const total = containers.reduce((sum, { restarts }) => sum + restarts, 0);
  const restarts = `${id} has restarted ${total === 1 ? 'once' : `${total} times`}`;
  const ends = containers.flatMap(({ lastEndedAt }) => lastEndedAt ?? []);
  const recent = ends.find(time => elapsedSince(time, context) < DAY);
  if (recent) {
    const detail = `${restarts}, at last at ${recent}`;
    return { id, verdict: 'fail', detail };
  }
  const untold = containers.find(
    ({ restarts: count, lastEndedAt }) => count > 0 && !lastEndedAt,
  );
  if (untold) {
    const detail = `${restarts}, and when ${untold.name} did is not told`;
    return { id, verdict: 'unknown', detail };
  }
  return { id, verdict: 'pass', detail: restarts };
}
