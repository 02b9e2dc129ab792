import { CancelledError, InputError } from '@scalardl-on-eks/action-toolkit';
import type { Plan } from '../plan/plan';
import type { Situation } from '../plan/situation';
import { cluster, config, situation, state } from '../plan/situation.fixture';
import { type Step, confirmed, missing } from '../plan/step';
import { type Convergence, converge } from './converge';

/** A world in which log types are all there is; a step adds one. */
class World {
  logTypes: string[] = [];
  status = 'ACTIVE';
  said: string[] = [];

  read = async () =>
    state({
      cluster: cluster({ logTypes: [...this.logTypes], status: this.status }),
    });

  step(type: string, changes: Partial<Step> = {}): Step {
    return {
      kind: 'add-log',
      subject: type,
      what: `add ${type}`,
      apply: async () => {
        this.logTypes.push(type);
        return { command: `log ${type}` };
      },
      confirm: ({ state: found }) =>
        found.cluster?.logTypes.includes(type)
          ? confirmed(`${type} is there`)
          : missing(`no ${type}`, true),
      ...changes,
    };
  }

  /** A run that wants these steps as long as their log types are not there. */
  run(
    wanted: readonly Step[],
    plan: (situation: Situation) => Partial<Plan> = () => ({}),
  ): Convergence {
    return {
      // Nothing here runs eksctl or calls AWS.
      tools: {} as Convergence['tools'],
      situate: found => situation({ config: config(), state: found }),
      watch: {
        name: 'shop',
        deadline: { at: Date.now() + 60_000, setBy: 'timeout: 1 minutes' },
        say: line => this.said.push(line),
        read: this.read,
      },
      quietMilliseconds: 0,
      announce: () => this.said.push('announced'),
      planOf: given => ({
        refusals: [],
        steps: wanted.filter(
          ({ subject }) => !given.state.cluster?.logTypes.includes(subject),
        ),
        notes: [],
        ...plan(given),
      }),
    };
  }
}

describe('converge', () => {
  it('makes one step after the other, and says what it read', async () => {
    const world = new World();
    const { done, failure } = await converge(
      world.run([world.step('api'), world.step('audit')]),
    );
    expect(failure).toBeUndefined();
    expect(done).toMatchObject([
      { what: 'add api', command: 'log api', evidence: 'api is there' },
      { what: 'add audit', command: 'log audit', evidence: 'audit is there' },
    ]);
    expect(world.said).toEqual([
      'announced',
      '▶ add api',
      '✔ api is there',
      '▶ add audit',
      '✔ audit is there',
    ]);
  });

  it('begins nothing where there is a reason not to', async () => {
    const world = new World();
    const run = world.run([world.step('api')], () => ({
      refusals: ['one', 'two'],
    }));
    await expect(converge(run)).rejects.toThrow(new InputError(['one', 'two']));
    expect(world.logTypes).toEqual([]);
  });

  it('takes a failed command over a success that it reads for a warning', async () => {
    const world = new World();
    const step = world.step('api', {
      apply: async () => {
        world.logTypes.push('api');
        return { command: 'x', complaint: 'eksctl ended with exit code 1' };
      },
    });
    const { done, failure } = await converge(world.run([step]));
    expect(failure).toBeUndefined();
    expect(done).toMatchObject([
      { warning: 'eksctl ended with exit code 1, but api is there' },
    ]);
  });

  it('fails over a success that it does not read', async () => {
    jest.useFakeTimers();
    const world = new World();
    const step = world.step('api', { apply: async () => ({ command: 'x' }) });
    const outcome = converge(world.run([step, world.step('audit')]));
    await jest.advanceTimersByTimeAsync(40_000);
    jest.useRealTimers();
    await expect(outcome).resolves.toMatchObject({
      done: [],
      failure:
        'Expected to add api; x said that it succeeded; read afterwards: no api.',
    });
    expect(world.logTypes).toEqual([]);
  });

  it('says of a failure what the tool and what AWS say', async () => {
    const world = new World();
    const step = world.step('api', {
      apply: () => Promise.reject(new Error('denied.')),
    });
    await expect(converge(world.run([step]))).resolves.toMatchObject({
      failure: 'Expected to add api; denied; read afterwards: no api.',
    });
  });

  it('never makes the same step twice', async () => {
    const world = new World();
    const again = world.step('api', {
      confirm: () => confirmed('so it seems'),
    });
    const run = world.run([], () => ({ steps: [again] }));
    await expect(converge(run)).resolves.toMatchObject({
      done: [{ what: 'add api' }],
      failure: 'It is still necessary to add api.',
    });
  });

  it('leaves what it broke itself to the next run', async () => {
    const world = new World();
    const removal = world.step('stack', {
      kind: 'remove-leftover',
      what: 'remove the stack',
    });
    const run = world.run([world.step('api')], ({ state: found }) =>
      found.cluster?.logTypes.includes('api') ? { steps: [removal] } : {},
    );
    await expect(converge(run)).resolves.toMatchObject({
      done: [{ what: 'add api' }],
      failure:
        'What this run made is broken; the next run will remove the stack.',
    });
  });

  it('waits for others before it removes a role that nobody uses yet', async () => {
    const world = new World();
    const removal = world.step('role', { kind: 'remove-unused-role' });
    const run = world.run([], ({ state: found }) => {
      const types = found.cluster?.logTypes ?? [];
      if (!types.includes('api')) return { steps: [world.step('api')] };
      // The other run has used it by the time that this one looks again.
      const isUsed = world.said.some(line => line.startsWith('Waiting'));
      return { steps: isUsed ? [] : [removal] };
    });
    run.quietMilliseconds = 200;
    const { read } = run.watch;
    const changed = Date.now();
    run.watch.read = async () => {
      const found = await read();
      const createdAt = found.cluster?.logTypes.length ? changed : 0;
      return { ...found, cluster: cluster({ ...found.cluster, createdAt }) };
    };
    const { done, failure } = await converge(run);
    expect(failure).toBeUndefined();
    expect(done.map(({ what }) => what)).toEqual(['add api']);
  });

  it('says what goes on without it when it is cancelled', async () => {
    const world = new World();
    const step = world.step('api', {
      apply() {
        world.status = 'UPDATING';
        return Promise.reject(new CancelledError('The run was cancelled.'));
      },
    });
    await expect(converge(world.run([step]))).resolves.toMatchObject({
      failure:
        'The run was cancelled. Left to itself: the cluster is UPDATING. The next run waits for that and goes on.',
    });
  });
});
