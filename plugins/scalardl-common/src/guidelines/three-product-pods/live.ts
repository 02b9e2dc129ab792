import {
  imageNote,
  podsOf,
  readyPodsOf,
  TITLES,
} from '../../facts/live/product';
import { fail, pass } from '../finding';
import { liveSideCheck } from '../liveCheck';

const FEWEST = 3;

/** Counts pods that serve, by labels and image: names and wishes prove nothing. */
export const live = liveSideCheck({
  needs: ['productPods'],
  check: ({ productPods }, { side, settings }) => {
    const query = { side, settings };
    const all = podsOf(productPods, side, query);
    const ready = readyPodsOf(productPods, side, query);
    const evidence = {
      expected: `${FEWEST} ready pods or more`,
      observed: `${ready.length} of ${all.length} ${TITLES[side]} pods are ready${imageNote(productPods, side, query)}`,
      subjects: all.map(({ name, ready: serves, phase }) => ({
        id: name,
        verdict: serves ? ('pass' as const) : ('skipped' as const),
        detail: `${name} is ${phase}, ${serves ? 'ready' : 'not ready'}`,
      })),
    };
    return ready.length >= FEWEST ? pass(evidence) : fail(evidence);
  },
});
