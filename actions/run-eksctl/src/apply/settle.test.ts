import { cluster, nodeGroup, stack, state } from '../plan/situation.fixture';
import type { ClusterState } from '../state/clusterState';
import { settle, settleQuietly, type Watch } from './settle';

/** A world that goes through these states, a reading each, and stays in the last. */
function watching(...states: ClusterState[]) {
  const said: string[] = [];
  let readings = 0;
  const watch: Watch = {
    name: 'shop',
    deadline: { at: Date.now() + 30_000, setBy: 'timeout: 30 seconds' },
    say: line => said.push(line),
    async read() {
      const next = states[Math.min(readings, states.length - 1)];
      readings += 1;
      if (!next) throw new Error('No state was given.');
      return next;
    },
  };
  return { watch, said, readings: () => readings };
}

const CREATING = state({ cluster: cluster({ status: 'CREATING' }) });
const UPDATING = state({ nodeGroups: [nodeGroup({ status: 'UPDATING' })] });
const DELETING = state({ cluster: cluster({ status: 'DELETING' }) });
const QUIET = { quietMilliseconds: 1_500, isDone: () => false };

describe('settle', () => {
  it('waits for whatever is in progress, and says so once', async () => {
    const { watch, said } = watching(CREATING, CREATING, UPDATING, state());
    await expect(settle(watch)).resolves.toEqual(state());
    expect(said).toEqual([
      'Waiting: the cluster is CREATING.',
      'Waiting: node group nodes-v1 is UPDATING.',
    ]);
  });

  it('does not wait for a deletion, unless that is what the run is for', async () => {
    await expect(settle(watching(DELETING).watch)).resolves.toEqual(DELETING);
    const gone = state({ cluster: undefined });
    const through = { throughDeletion: true };
    await expect(
      settle(watching(DELETING, gone).watch, through),
    ).resolves.toEqual(gone);
  });

  it('says at its deadline what it waited for', async () => {
    const { watch } = watching(CREATING);
    const late = { ...watch, deadline: { ...watch.deadline, at: Date.now() } };
    await expect(settle(late)).rejects.toThrow(
      'The time is over (timeout: 30 seconds) while waiting for what is in progress: the cluster is CREATING.',
    );
  });
});

describe('settleQuietly', () => {
  it('goes on at once where nothing changed lately', async () => {
    const { watch, readings } = watching(state());
    await settleQuietly(watch, QUIET);
    expect(readings()).toBe(1);
  });

  it('waits until the last change is so long ago', async () => {
    const changedAt = Date.now();
    const changed = state({ stacks: [stack('cluster', { changedAt })] });
    const { watch, said } = watching(changed);
    await settleQuietly(watch, QUIET);
    expect(Date.now() - changedAt).toBeGreaterThanOrEqual(1_400);
    expect(said).toEqual([expect.stringMatching(/quiet-period/)]);
  });

  it('stops waiting as soon as nothing is left to do', async () => {
    const recent = state({ cluster: cluster({ createdAt: Date.now() }) });
    const { watch, readings } = watching(recent);
    await settleQuietly(watch, { ...QUIET, isDone: () => true });
    expect(readings()).toBe(1);
  });

  it('counts from the end of what it saw in progress', async () => {
    const { watch, readings } = watching(UPDATING, state());
    const started = Date.now();
    await settleQuietly(watch, QUIET);
    expect(Date.now() - started).toBeGreaterThanOrEqual(1_400);
    expect(readings()).toBeGreaterThan(2);
  });
});
