import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import {
  type BuiltAction,
  buildAction,
  type Interruption,
  type StepEnded,
} from '@scalardl-on-eks/action-toolkit/testing';
import type { Place } from '../../testbed/awsClients.ts';
import { certificateFile } from '../../testbed/eks/certificates.ts';
import type { RecordedCall } from '../../testbed/recordedCall.ts';
import type { Failure } from '../../testbed/settings.ts';
import { startTestbed, type Testbed } from '../../testbed/startTestbed.ts';
import { REGION } from './clusterConfig.ts';
import { creatingActions } from './templates.ts';
import { readWorld, type World } from './world.ts';

/** Paths of the programs that a bed for eksctl needs. */
export interface Programs {
  python: string;
  eksctl: string;
  /** Without both, clusters have an endpoint that nothing listens on. */
  kubernetes?: string;
  kwok?: string;
}

/** How a run of the action ended, and what it and its eksctl asked of AWS. */
export interface EksctlRun extends StepEnded {
  calls: RecordedCall[];
  writes: string[];
}

export interface RunOptions {
  inputs?: Record<string, string>;
  env?: Record<string, string>;
  /** Made from the session whose calls are meant. */
  interruption?: (session: string) => Promise<Interruption> | Interruption;
  /** Told which session the calls will have, before the run. */
  before?: (session: string) => Promise<unknown>;
}

/** One account with one ClusterConfig. */
export interface Tenant {
  account: string;
  directory: string;
  write(text: string): Promise<void>;
  run(options?: RunOptions): Promise<EksctlRun>;
  world(): Promise<World>;
}

/** Seconds; long enough that every state between is seen. */
const DURATIONS = { cluster: 6, nodegroup: 3, addon: 1, update: 2, stack: 1 };

const CONFIG = 'cluster.yaml';

/** What a bed is made of. */
export interface Parts {
  testbed: Testbed;
  action: BuiltAction;
  /** Path of eksctl. */
  eksctl: string;
  /** Where the folders of the tenants are made. */
  directory: string;
}

/** A simulated AWS with real Kubernetes, the built action, and eksctl itself. */
export class EksctlBed {
  readonly testbed: Testbed;
  private readonly action: BuiltAction;
  private readonly eksctl: string;
  private readonly directory: string;
  private failures: readonly Failure[] = [];
  private accounts = 0;
  /** IAM actions that make what the stacks of the tenants held. */
  made: string[] = [];

  private constructor({ testbed, action, eksctl, directory }: Parts) {
    this.testbed = testbed;
    this.action = action;
    this.eksctl = eksctl;
    this.directory = directory;
  }

  /** Takes over a bed that somebody else started, and stops, and whose folder they remove. */
  static async on(parts: Parts): Promise<EksctlBed> {
    const { testbed } = parts;
    await testbed.settings({ durations: DURATIONS });
    await testbed.callers({ inside: true, address: '203.0.113.7' });
    return new EksctlBed(parts);
  }

  static async start(programs: Programs): Promise<EksctlBed> {
    const { python, eksctl, kubernetes, kwok } = programs;
    const tools =
      kubernetes && kwok
        ? { kubernetes: dirname(kubernetes), kwok }
        : undefined;
    const [testbed, action, directory] = await Promise.all([
      startTestbed(python, tools),
      buildAction('run-eksctl'),
      mkdtemp(join(tmpdir(), 'run-eksctl-')),
    ]);
    return EksctlBed.on({ testbed, action, eksctl, directory });
  }

  /** An account that nobody else uses. */
  async tenant(name: string, text: string): Promise<Tenant> {
    this.accounts += 1;
    const account = String(100_000_000_000 + this.accounts);
    const directory = join(this.directory, `${name}-${account}`);
    await mkdir(directory);
    const write = (content: string) =>
      writeFile(join(directory, CONFIG), content);
    await write(text);
    return {
      account,
      directory,
      write,
      run: (options = {}) => this.run(account, directory, options),
      world: () => this.world({ account, region: REGION }, name),
    };
  }

  /** Lets a creation fail, until the returned function is called. */
  async fail(failure: Failure): Promise<() => Promise<void>> {
    await this.setFailures([...this.failures, failure]);
    return () =>
      this.setFailures(this.failures.filter(other => other !== failure));
  }

  async stop(): Promise<void> {
    await this.testbed.stop();
    await this.action.remove();
    await rm(this.directory, { recursive: true, force: true });
  }

  private async world(place: Place, name: string): Promise<World> {
    const made = await creatingActions(this.testbed, place);
    this.made = [...new Set([...this.made, ...made])].sort();
    return readWorld(this.testbed, place, name);
  }

  private async setFailures(failures: readonly Failure[]): Promise<void> {
    this.failures = failures;
    await this.testbed.settings({ failures });
  }

  private async run(
    account: string,
    directory: string,
    { inputs, env, interruption, before }: RunOptions,
  ): Promise<EksctlRun> {
    const signedIn = await this.testbed.signIn(account);
    const session = signedIn.AWS_ACCESS_KEY_ID ?? '';
    await before?.(session);
    const ended = await this.action.asStep({
      directory,
      today: true,
      interruption: await interruption?.(session),
      inputs: {
        'cluster-config': CONFIG,
        'eksctl-path': this.eksctl,
        'quiet-period': '5',
        timeout: '15',
        ...inputs,
      },
      env: {
        ...signedIn,
        // eksctl verifies the certificate of the cluster's issuer.
        SSL_CERT_FILE: certificateFile(this.testbed.url),
        HOME: directory,
        // Where eksctl leaves its locks.
        TMPDIR: directory,
        ...env,
      },
    });
    const all = await this.testbed.calls();
    const calls = all.filter(call => call.session === session);
    return {
      ...ended,
      calls,
      writes: calls
        .filter(({ write, status }) => write && status < 400)
        .map(({ service, operation }) => `${service}:${operation}`),
    };
  }
}
