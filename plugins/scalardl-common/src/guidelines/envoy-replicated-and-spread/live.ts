import type { LivePod } from '../../facts/live';
import {
  type LiveWorkload,
  deploymentsOf,
  imageNote,
  liveSpread,
  podsOf,
} from '../../facts/live/product';
import { parseQuantity } from '../../facts/kubernetes/quantity';
import type { Subject } from '../../report/report';
import { verdictOf } from '../certainty';
import { combine, skipped } from '../finding';
import { liveSideCheck } from '../liveCheck';

const FEWEST = 3;
const HOSTNAME = 'kubernetes.io/hostname';

/** Judges how many Envoy pods serve, where they are, what keeps them apart and what they are sure of. */
export const live = liveSideCheck({
  needs: ['productPods', 'productDeployments'],
  check: ({ productPods, productDeployments }, { side, settings }) => {
    const query = { side, settings };
    const pods = podsOf(productPods, 'envoy', query);
    const deployments = deploymentsOf(productDeployments, 'envoy', query);
    const note = imageNote(productPods, 'envoy', query);
    if (pods.length === 0 && deployments.length === 0 && !note)
      return skipped('no Envoy was found');
    const ready = pods.filter(pod => pod.ready);
    return combine(
      [
        {
          id: 'Envoy pods',
          verdict: ready.length >= FEWEST ? 'pass' : 'fail',
          detail: `${ready.length} of ${pods.length} Envoy pods are ready${note}`,
        },
        ...placeSubjects(ready),
        ...deployments.map(spreadSubject),
        ...pods.flatMap(resourceSubjects),
      ],
      { none: 'no Envoy', expected: 'three pods, spread, with resources' },
    );
  },
});

function placeSubjects(ready: readonly LivePod[]): Subject[] {
  if (ready.length < FEWEST) return [];
  const nodes = new Set(ready.map(({ node }) => node));
  return [
    {
      id: 'Envoy nodes',
      verdict: nodes.size >= FEWEST ? 'pass' : 'fail',
      detail: `${ready.length} Envoy pods on ${nodes.size} nodes`,
    },
  ];
}

function spreadSubject(workload: LiveWorkload): Subject {
  const { answer, detail } = liveSpread(workload, HOSTNAME);
  return {
    id: workload.deployment,
    verdict: verdictOf(answer),
    detail: `${workload.deployment}: ${detail}`,
  };
}

function resourceSubjects({ name: pod, containers }: LivePod): Subject[] {
  return containers.flatMap(({ name: container, requests, limits }) =>
    (['cpu', 'memory'] as const).map((name): Subject => {
      const value = requests[name] ?? limits[name];
      return {
        id: `${pod} ${container} ${name}`,
        verdict: parseQuantity(value) ? 'pass' : 'fail',
        detail: `${container} of ${pod} requests ${value ? `${name} ${value}` : `no ${name}`}`,
      };
    }),
  );
}
