import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { dirname, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { ReadyTool } from '../../tools/withTools.ts';
import { controlClient, type TestbedControl } from '../controlClient.ts';
import type { Containers } from '../settings.ts';

/** How a client reaches a cluster; all processes behind it are in one group. */
export interface Cluster {
  readonly endpoint: string;
  readonly certificateAuthority: string;
  readonly processGroup: number;
}

/** Where the load balancers of a cluster are made. */
export interface Place {
  readonly account: string;
  readonly region: string;
  readonly vpc_id: string;
  readonly cluster_security_group: string;
}

export type ClusterTools = Record<'moto' | 'kubernetes' | 'kwok', ReadyTool>;

/** The Python side without AWS: clusters, and calls on them as the simulated EKS makes them. */
export class Clusters {
  readonly process: ChildProcess;
  private readonly answers: AsyncIterator<string>;
  private last: Promise<unknown> = Promise.resolve();

  /** @param programs - that pods really run: path on this machine by the path in an image */
  constructor(
    { moto, kubernetes, kwok }: ClusterTools,
    programs: Readonly<Record<string, string>> = {},
  ) {
    this.process = spawn(moto.path, ['-m', 'testbed.kubernetes'], {
      env: {
        ...process.env,
        PYTHONPATH: resolve(import.meta.dirname, '../..'),
        PYTHONDONTWRITEBYTECODE: '1',
        TESTBED_KUBERNETES: dirname(kubernetes.path),
        TESTBED_KWOK: kwok.path,
        TESTBED_PROGRAMS: JSON.stringify(programs),
      },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const { stdout } = this.process;
    if (!stdout) throw new Error('The process of the clusters has no stdout.');
    this.answers = createInterface(stdout)[Symbol.asyncIterator]();
  }

  /** Starts a cluster; it answers once it is ready. With a place its Services get load balancers there. */
  async start(name: string, version: string, place?: Place): Promise<Cluster> {
    return (await this.order('start', { name, version, place })) as Cluster;
  }

  /** Serves AWS beside the clusters, without EKS. */
  async serveAws(): Promise<TestbedControl> {
    return controlClient((await this.order('serve_aws', {})) as string);
  }

  /** Calls a method of the cluster's control plane. */
  async on(
    cluster: string,
    method: string,
    parameters: object = {},
  ): Promise<unknown> {
    return this.order(method, parameters, cluster);
  }

  /** Moves those who call the endpoints. */
  async moveCaller(caller: {
    inside?: boolean;
    address?: string;
    silence?: boolean;
  }): Promise<void> {
    await this.order('set_caller', caller);
  }

  /** What containers that really run find. */
  async setContainers(containers: Containers): Promise<void> {
    await this.order('set_containers', containers);
  }

  /** Ends the clusters as a test does, by closing stdin. */
  async stop(): Promise<void> {
    const closed = once(this.process, 'close');
    this.process.stdin?.end();
    await closed;
  }

  /** One order after another, as there is one line for each answer. */
  private order(
    call: string,
    parameters: object,
    cluster?: string,
  ): Promise<unknown> {
    const next = this.last
      .catch(() => undefined)
      .then(() => this.send({ call, cluster, with: parameters }));
    this.last = next;
    return next;
  }

  private async send(order: object): Promise<unknown> {
    this.process.stdin?.write(`${JSON.stringify(order)}\n`);
    const { value, done } = await this.answers.next();
    if (done) throw new Error('The process of the clusters ended.');
    const answer = JSON.parse(value) as {
      result?: unknown;
      error?: string;
      cause?: string;
    };
    if (answer.error !== undefined) {
      throw new Error(answer.error, { cause: answer.cause });
    }
    return answer.result;
  }
}
