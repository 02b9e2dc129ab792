import type { LivePod, LiveSettings } from '../../facts/live';
import { TITLES, componentContainer, podsOf } from '../../facts/live/product';
import { SIDES, type Side } from '../../report/report';
import { fail, pass, skipped, unknown } from '../finding';
import { livePairCheck } from '../liveCheck';
import { minorVersion } from './minorVersion';

/** Compares the images that run: during a roll-out there may be two versions on one side. */
export const live = livePairCheck({
  needs: ['productPods'],
  check: (facts, { settings }) => {
    const sides = SIDES.map(side =>
      versionsOf(facts[side].productPods, { side, settings }),
    );
    const absent = sides.find(({ tags }) => tags.length === 0);
    if (absent) return skipped(`no ${absent.title} pod was found`);
    const evidence = {
      expected: 'the same major and minor version',
      observed: sides
        .map(({ title, tags }) => `${title} ${tags.join(' and ')}`)
        .join(', '),
      subjects: sides.map(({ title, tags }) => ({
        id: title,
        verdict: 'pass' as const,
        detail: `${title} runs ${tags.join(' and ')}`,
      })),
    };
    const minors = new Set(sides.flatMap(({ tags }) => tags.map(minorVersion)));
    const known = [...minors].filter(minor => minor !== undefined);
    if (known.length > 1) return fail(evidence);
    return minors.has(undefined)
      ? unknown(
          'the tag of an image names no whole version, and what it stands for changes',
          evidence,
        )
      : pass(evidence);
  },
});

function versionsOf(
  pods: readonly LivePod[],
  query: { side: Side; settings: LiveSettings },
) {
  const { side } = query;
  const images = podsOf(pods, side, query).map(
    pod => componentContainer(pod, side, query)?.image ?? '',
  );
  return { title: TITLES[side], tags: [...new Set(images.map(tagOf))].sort() };
}

function tagOf(image: string): string {
  return (
    /:([^:/@]+)(?:@.*)?$/.exec(image.replace(/@sha256:.*$/, ''))?.[1] ??
    '(without a tag)'
  );
}
