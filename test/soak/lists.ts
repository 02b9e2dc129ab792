import { RUN_EKSCTL } from '../actions/run-eksctl/soak/list.ts';
import type { SoakList } from './soakCase';

/** Everything that `npm run test:soak` runs. */
export const LISTS: readonly SoakList[] = [RUN_EKSCTL];
