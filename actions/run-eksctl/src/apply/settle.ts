import { type Deadline, pause } from '@scalardl-on-eks/action-toolkit';
import type { ClusterState } from '../state/clusterState';
import { inProgress, isBeingDeleted, lastChange } from '../state/inProgress';

/** How the state is read, and what a person is told while it is waited for. */
export interface Watch {
  /** Name of the cluster. */
  name: string;
  read: () => Promise<ClusterState>;
  deadline: Deadline;
  say: (line: string) => void;
}

/** Milliseconds between two readings at most. */
const LONGEST = 15_000;
const SHORTEST = 1_000;

/**
 * Reads until nothing is in progress. A deletion of the whole cluster is not waited for, unless that is what
 * this run is for.
 */
export async function settle(
  watch: Watch,
  { throughDeletion = false } = {},
): Promise<ClusterState> {
  let told = '';
  for (let attempt = 0; ; attempt += 1) {
    const state = await watch.read();
    const open = inProgress(state);
    const refusesToWait = !throughDeletion && isBeingDeleted(state, watch.name);
    if (open.length === 0 || refusesToWait) return state;
    const news = open.join('; ');
    if (news !== told) watch.say(`Waiting: ${news}.`);
    told = news;
    const milliseconds = Math.min(LONGEST, SHORTEST * 1.5 ** attempt);
    await pause(milliseconds, watch.deadline, `what is in progress: ${news}`);
  }
}

interface Quiet {
  quietMilliseconds: number;
  throughDeletion?: boolean;
  /** Where the others left nothing to do, their end need not be waited for. */
  isDone: (state: ClusterState) => boolean;
}

/**
 * The same, until also nobody changed anything for a while: between two of its own calls another run leaves
 * pauses in which nothing is in progress, up to the minutes that eksctl waits for pods of an add-on.
 */
export async function settleQuietly(
  watch: Watch,
  { quietMilliseconds, throughDeletion, isDone }: Quiet,
): Promise<ClusterState> {
  let lastSeen = 0;
  let told = false;
  const watched: Watch = {
    ...watch,
    async read() {
      const state = await watch.read();
      // What is in progress now may end without any date of its own.
      const isOpen = inProgress(state).length > 0;
      lastSeen = isOpen ? Date.now() : Math.max(lastSeen, lastChange(state));
      return state;
    },
  };
  for (;;) {
    const state = await settle(watched, { throughDeletion });
    const left = lastSeen + quietMilliseconds - Date.now();
    if (left <= 0 || isDone(state)) return state;
    if (!told) {
      const seconds = Math.round((Date.now() - lastSeen) / 1_000);
      watch.say(
        `Waiting: the cluster changed ${seconds} seconds ago, and whoever changed it may not be done (quiet-period).`,
      );
    }
    told = true;
    await pause(Math.min(left, LONGEST), watch.deadline, 'a quiet moment');
  }
}
