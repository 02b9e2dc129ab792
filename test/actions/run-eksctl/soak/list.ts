import type { SoakList } from '../../../soak/soakCase.ts';
import { crashes } from './crashes.ts';
import { end } from './soakBed.ts';
import { throttles } from './throttles.ts';
import { tellStory } from './told.ts';

/**
 * For each chapter of a cluster's life: a crash after every call that writes, and throttling of every kind of
 * call. Each case ends in the world that the chapter ends in without trouble.
 */
export const RUN_EKSCTL: SoakList = {
  name: 'run-eksctl',
  async cases(inNewWorld) {
    const told = await tellStory(inNewWorld);
    return [...told.flatMap(crashes), ...throttles(told)];
  },
  end,
};
