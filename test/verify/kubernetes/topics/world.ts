import type { Gate } from '../gate.ts';
import type { KubernetesBed } from '../kubernetesBed.ts';

/** What the topics of one suite share; to be called while a test runs. */
export interface World {
  bed(): KubernetesBed;
  gate(): Gate;
}
