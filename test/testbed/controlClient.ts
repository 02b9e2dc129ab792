import type { Crash, CrashPoint, Fault, InjectedFault } from './fault.ts';
import type { RecordedCall } from './recordedCall.ts';
import type { Callers, Containers, Settings } from './settings.ts';
import { signIn } from './signIn.ts';

/** How a test reads and troubles the bed that it started. */
export interface TestbedControl {
  /** Address of every AWS service, in every region. */
  readonly url: string;
  /** Environment variables with which an AWS SDK reaches the bed as an administrator of the account. */
  signIn(accountId: string): Promise<Record<string, string>>;
  /** The calls that were answered, in order of arrival; `after` is the sequence of the last one already seen. */
  calls(after?: number): Promise<RecordedCall[]>;
  /** Those of them that change something. */
  writes(after?: number): Promise<RecordedCall[]>;
  inject(fault: Fault): Promise<InjectedFault>;
  /** Holds the answer of the call at this point; the test then kills the caller. */
  crash(point?: CrashPoint): Promise<Crash>;
  settings(changes: Settings): Promise<void>;
  callers(callers: Callers): Promise<void>;
  /**
   * Halts controllers, scheduler and kubelets of every cluster that stands, so that objects stay as a test writes them
   * and nobody else uses the processor; or lets them go on.
   */
  pauseControllers(paused: boolean): Promise<void>;
  /** What containers that really run find, in every cluster; nothing else can be pulled or called. */
  containers(containers: Containers): Promise<void>;
  /** What only time or another person does to a peering connection. */
  setPeeringStatus(id: string, status: string): Promise<void>;
  /** Lets another account use subnets, as their owner does by AWS RAM. */
  shareSubnets(subnets: readonly string[], account: string): Promise<void>;
  /** Forgets everything: resources, credentials, records, faults, settings, control planes. */
  reset(): Promise<void>;
}

/** The control API of the bed at this address. */
export function controlClient(url: string): TestbedControl {
  const send = sender(url);
  const calls = async (after = 0): Promise<RecordedCall[]> =>
    (
      (await send('GET', `calls?after=${after}`)) as {
        calls: RecordedCall[];
      }
    ).calls;
  return {
    url,
    signIn: accountId => signIn(url, accountId),
    calls,
    writes: async after => (await calls(after)).filter(({ write }) => write),
    inject: fault => inject(send, fault),
    crash: point => crash(send, point),
    settings: async changes => void (await send('PUT', 'settings', changes)),
    callers: async callers => void (await send('PUT', 'callers', callers)),
    pauseControllers: async paused =>
      void (await send('PUT', 'controllers', { paused })),
    containers: async containers =>
      void (await send('PUT', 'containers', containers)),
    setPeeringStatus: async (id, status) =>
      void (await send('PATCH', `peerings/${id}`, { status })),
    shareSubnets: async (subnets, account) =>
      void (await send('POST', 'shares', { subnets, account })),
    reset: async () => void (await send('POST', 'reset')),
  };
}

type Send = (method: string, path: string, body?: object) => Promise<unknown>;

function sender(url: string): Send {
  return async (method, path, body) => {
    const response = await fetch(`${url}/_testbed/${path}`, {
      method,
      body: body ? JSON.stringify(body) : undefined,
    });
    const text = await response.text();
    if (!response.ok) {
      throw new Error(
        `The test bed answered ${method} ${path} with ${response.status}: ${text}`,
      );
    }
    return JSON.parse(text);
  };
}

async function inject(send: Send, fault: Fault): Promise<InjectedFault> {
  const { id } = (await send('POST', 'faults', fault)) as { id: string };
  return {
    id,
    async hits() {
      const { faults } = (await send('GET', 'faults')) as {
        faults: { id: string; hits: number }[];
      };
      const found = faults.find(each => each.id === id);
      if (!found) throw new Error(`Fault ${id} was removed.`);
      return found.hits;
    },
    remove: async () => void (await send('DELETE', `faults/${id}`)),
  };
}

async function crash(
  send: Send,
  { when = 'after', skip = 0, ...match }: CrashPoint = {},
): Promise<Crash> {
  const { id, remove } = await inject(send, {
    match: { write: true, ...match },
    skip,
    times: 1,
    effect: { kind: 'crash', when },
  });
  const hit = waitForHit(send, id);
  // A test that removes the crash need not wait for it.
  hit.catch(() => {});
  return { hit, remove };
}

async function waitForHit(send: Send, id: string): Promise<RecordedCall> {
  for (;;) {
    const answer = (await send('GET', `crashes/${id}?timeout=20`)) as {
      hit: boolean;
      call?: RecordedCall;
    };
    if (answer.call) return answer.call;
  }
}
