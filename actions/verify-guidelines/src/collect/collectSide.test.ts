import { clientOptions } from '@scalardl-on-eks/action-toolkit/aws';
import type {
  Fact,
  LiveFactName,
  Side,
} from '@scalardl-on-eks/plugin-scalardl-common';
import { type CollectOptions, collectSide } from './collectSide';
import type { AnyCollector } from './collector';
import type { OpenSide } from './sideAccess';

/** Milliseconds. */
const PATIENCE = 50;

/** A collector whose value is its own name, unless it is told otherwise. */
function reads(
  fact: LiveFactName,
  rest: Partial<AnyCollector> = {},
): AnyCollector {
  return {
    fact,
    aws: [`test:${fact}`],
    collect: async () => fact,
    ...rest,
  };
}

const never = () => new Promise<never>(() => {});

const fails = (message: string) => () => Promise.reject(new Error(message));

async function openSide(rest: Partial<OpenSide> = {}): Promise<OpenSide> {
  const deadline = { at: Date.now() + 60_000, setBy: 'this test' };
  const aws = { region: 'ap-northeast-1' };
  return {
    target: { side: 'ledger', cluster: 'pay', aws, readSecrets: false },
    aws: await clientOptions(aws, deadline),
    deadline,
    signal: new AbortController().signal,
    openKubernetes: fails('There is no Kubernetes here.'),
    close: () => {},
    ...rest,
  };
}

type Read = Record<string, Fact<unknown>>;

async function collect(
  collectors: readonly AnyCollector[],
  options: Partial<CollectOptions> = {},
): Promise<Read> {
  const { facts, done } = collectSide(await openSide(), {
    collectors,
    ...options,
  });
  await done;
  return { ...facts };
}

const UNREAD = {
  ok: false,
  interrupted: true,
  reason: 'it was not read before the run ended',
};

describe('collectSide', () => {
  it('reads what is independent at the same time', async () => {
    const waiting: (() => void)[] = [];
    const meet = () =>
      new Promise<string>(resolve => {
        waiting.push(() => resolve('met'));
        if (waiting.length === 2) waiting.forEach(release => release());
      });
    const facts = await collect([
      reads('identity', { collect: meet }),
      reads('cluster', { collect: meet }),
    ]);
    expect(facts.identity).toMatchObject({ ok: true, value: 'met' });
    expect(facts.cluster).toMatchObject({ ok: true, value: 'met' });
  });

  it('reads what waits for another fact after it, and each once', async () => {
    const order: string[] = [];
    const noting = (fact: LiveFactName, rest: Partial<AnyCollector> = {}) =>
      reads(fact, {
        collect: async () => {
          order.push(fact);
          return fact;
        },
        ...rest,
      });
    await collect([
      noting('volumes', { needs: ['instances'], uses: ['nodes'] }),
      noting('instances', { needs: ['nodes'] }),
      noting('nodes', { needs: ['cluster'] }),
      noting('cluster'),
    ]);
    expect(order).toEqual(['cluster', 'nodes', 'instances', 'volumes']);
  });

  it('gives the reason of a fact to those that need it', async () => {
    const facts = await collect([
      reads('cluster', { collect: fails('eks:DescribeCluster was denied') }),
      reads('vpc', { needs: ['cluster'] }),
      reads('subnets', { needs: ['vpc'] }),
    ]);
    const reason = 'eks:DescribeCluster was denied';
    expect(facts.subnets).toEqual({ ok: false, reason });
  });

  it('reads a fact without one that it only uses', async () => {
    const facts = await collect([
      reads('nodes', { collect: fails('forbidden') }),
      reads('instances', {
        uses: ['nodes'],
        collect: async (_, given) => (given.nodes.ok ? 'with' : 'without'),
      }),
    ]);
    expect(facts.nodes).toEqual({ ok: false, reason: 'forbidden' });
    expect(facts.instances).toMatchObject({ ok: true, value: 'without' });
  });

  it('goes on where a source does not answer, and says which', async () => {
    const facts = await collect(
      [reads('subnets', { collect: never }), reads('vpc')],
      { patience: PATIENCE },
    );
    expect(facts.subnets).toEqual({
      ok: false,
      interrupted: true,
      reason: 'test:subnets did not answer within 0.05 seconds',
    });
    expect(facts.vpc?.ok).toBe(true);
  });

  it('ends the calls of a source that does not answer, and no others', async () => {
    const ended: string[] = [];
    const waits = (fact: LiveFactName, milliseconds: number) =>
      reads(fact, {
        collect: ({ signal }) => {
          signal.addEventListener('abort', () => ended.push(fact));
          return new Promise(resolve => setTimeout(resolve, milliseconds));
        },
      });
    await collect([waits('subnets', 5 * PATIENCE), waits('vpc', 1)], {
      patience: 2 * PATIENCE,
    });
    expect(ended).toEqual(['subnets']);
  });

  it('ends at once with a run that is cancelled', async () => {
    const cancelled = new AbortController();
    const { facts, done } = collectSide(
      await openSide({ signal: cancelled.signal }),
      {
        collectors: [
          reads('identity'),
          reads('cluster', { collect: never }),
          reads('vpc', { needs: ['cluster'] }),
        ],
        progress: () => cancelled.abort(),
      },
    );
    await done;
    expect(facts.identity.ok).toBe(true);
    expect([facts.cluster, facts.vpc]).toEqual([UNREAD, UNREAD]);
  });

  it('ends with the time of the run', async () => {
    const deadline = { at: Date.now() + PATIENCE, setBy: 'this test' };
    const { facts, done } = collectSide(await openSide({ deadline }), {
      collectors: [reads('cluster', { collect: never })],
    });
    await done;
    expect(facts.cluster).toEqual(UNREAD);
  });

  it('blames no source whose call gives up with the time of the run', async () => {
    const deadline = { at: Date.now() + PATIENCE, setBy: 'this test' };
    const givesUp = async () => {
      // Not a moment to wait: the thread is busy until the time is over, so the call's word comes before any timer.
      while (Date.now() < deadline.at);
      throw new Error('The time set by this test is over.');
    };
    const { facts, done } = collectSide(await openSide({ deadline }), {
      collectors: [reads('cluster', { collect: givesUp })],
    });
    await done;
    expect(facts.cluster).toEqual(UNREAD);
  });

  it('keeps what was there when the run ended, whatever comes later', async () => {
    let answer = (_: string) => {};
    const late = new Promise<string>(resolve => {
      answer = resolve;
    });
    const cancelled = new AbortController();
    const { facts, done } = collectSide(
      await openSide({ signal: cancelled.signal }),
      { collectors: [reads('cluster', { collect: () => late })] },
    );
    cancelled.abort();
    await done;
    answer('too late');
    await new Promise(setImmediate);
    expect(facts.cluster).toEqual(UNREAD);
  });

  it('tells of each fact once it stands, the unread ones too', async () => {
    const told: [Side, LiveFactName][] = [];
    await collect(
      [
        reads('cluster', { collect: fails('denied') }),
        reads('vpc', { needs: ['cluster'] }),
      ],
      { progress: (side, fact) => told.push([side, fact]) },
    );
    expect(told).toEqual([
      ['ledger', 'cluster'],
      ['ledger', 'vpc'],
    ]);
  });

  it('reads two sides at the same time', async () => {
    const started: string[] = [];
    const meets = reads('identity', {
      collect: async ({ target }) => {
        started.push(target.side);
        while (started.length < 2) await new Promise(setImmediate);
        return target.side;
      },
    });
    const ledger = await openSide();
    const target = { ...ledger.target, side: 'auditor' as const };
    const collections = [ledger, { ...ledger, target }].map(side =>
      collectSide(side, { collectors: [meets] }),
    );
    await Promise.all(collections.map(({ done }) => done));
    expect(collections.map(({ facts }) => facts.identity)).toMatchObject([
      { value: 'ledger' },
      { value: 'auditor' },
    ]);
  });

  it('marks what a cut connection kept from being read', async () => {
    const cause = Object.assign(new Error('hung up'), { code: 'ECONNRESET' });
    const facts = await collect([
      reads('vpc', {
        collect: () => Promise.reject(new Error('no answer', { cause })),
      }),
    ]);
    expect(facts.vpc).toEqual({
      ok: false,
      interrupted: true,
      reason: 'no answer',
    });
  });

  it('says where each fact comes from', async () => {
    const kubernetes = [
      { group: '', resource: 'nodes', verb: 'list' as const },
      { group: 'apps', resource: 'daemonsets', verb: 'list' as const },
    ];
    const facts = await collect([
      reads('cluster', { collect: async () => ({ accountId: '1' }) }),
      reads('vpc', { needs: ['cluster'] }),
      reads('nodes', { aws: undefined, kubernetes, needs: ['cluster'] }),
    ]);
    const sources = ['cluster', 'vpc', 'nodes'].map(name => {
      const fact = facts[name];
      return fact?.ok && fact.source;
    });
    expect(sources).toEqual([
      'test:cluster in ap-northeast-1',
      'test:vpc in 1/ap-northeast-1',
      'list nodes, list daemonsets.apps in cluster pay',
    ]);
  });

  it('opens the Kubernetes API once for all, and not without the cluster', async () => {
    const opened: string[] = [];
    const side = await openSide({
      openKubernetes: ({ name }) => {
        opened.push(name);
        return Promise.reject(new Error('no way to it'));
      },
    });
    const nodes = reads('nodes', {
      needs: ['cluster'],
      collect: access => access.kubernetes(),
    });
    const collectors = [
      reads('cluster', { collect: async () => ({ name: 'pay' }) }),
      nodes,
      { ...nodes, fact: 'namespaces' as const },
    ];
    const { facts, done } = collectSide(side, { collectors });
    await done;
    expect(opened).toEqual(['pay']);
    const reason = 'no way to it';
    expect([facts.nodes, facts.namespaces]).toEqual([
      { ok: false, reason },
      { ok: false, reason },
    ]);
  });
});
