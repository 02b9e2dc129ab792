import { bundleAction } from '../../../../.scripts/actions/bundleAction.ts';
import { digest, filesBelow } from '../../../soak/digest.ts';
import { remember } from '../../../soak/remember.ts';
import type { InNewWorld, SoakWorld } from '../../../soak/soakCase.ts';
import type { EksctlBed, EksctlRun } from '../eksctlBed.ts';
import type { World } from '../world.ts';
import { begin, succeeded } from './chapters.ts';
import { bedIn, eksctlAtHand } from './soakBed.ts';
import { type Chapter, STORY } from './story.ts';

/** A chapter as it goes without any trouble. */
export interface Told {
  chapter: Chapter;
  /** What the run wrote, and all that it called, each as `service:operation` in order. */
  writes: string[];
  calls: string[];
  /** What there is afterwards. */
  world: World;
}

/** Tells each chapter once, to know what there is to disturb; what was found before is taken from the cache. */
export async function tellStory(inNewWorld: InNewWorld): Promise<Told[]> {
  const found = await remember(
    { name: 'run-eksctl', key: await whatDecides() },
    () => inNewWorld(tell),
  );
  return STORY.flatMap((chapter, index) => {
    const told = found[index];
    return told ? [{ ...told, chapter }] : [];
  });
}

/** The action, the story, eksctl and the bed. */
async function whatDecides(): Promise<string> {
  const { version = '' } = await eksctlAtHand();
  return digest([
    ...(await bundleAction('run-eksctl')),
    ['story', JSON.stringify(STORY)],
    ['eksctl', version],
    ...(await filesBelow(`${__dirname}/../../../testbed`, '.py')),
    ...(await filesBelow(`${__dirname}/..`, 'eksctlBed.ts')),
    ...(await filesBelow(`${__dirname}/..`, 'world.ts')),
  ]);
}

type Findings = Omit<Told, 'chapter'>;

async function tell(world: SoakWorld): Promise<Findings[]> {
  const bed = await bedIn(world);
  return Promise.all(STORY.map(chapter => tellChapter(bed, chapter)));
}

async function tellChapter(
  bed: EksctlBed,
  chapter: Chapter,
): Promise<Findings> {
  const tenant = await begin(bed, chapter);
  const run = succeeded(await tenant.run({ inputs: chapter.inputs }));
  return {
    writes: run.calls.filter(({ write }) => write).map(nameOf),
    calls: run.calls.map(nameOf),
    world: await tenant.world(),
  };
}

function nameOf({ service, operation }: EksctlRun['calls'][number]): string {
  return `${service}:${operation}`;
}
