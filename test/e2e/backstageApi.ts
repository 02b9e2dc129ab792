import { setTimeout as delay } from 'node:timers/promises';
import { guestToken } from './testPortal';

const TEMPLATE = 'template:default/scalardl-on-eks';

/** A finished task: how it ended, and everything that its page shows. */
export interface FinishedTask {
  status: string;
  log: string;
  output: { text?: { title: string; content: string }[] };
}

/** The file of a dry run. */
interface DryRunFile {
  path: string;
  base64Content: string;
}

/** What a dry run answers. */
export interface DryRun {
  log: { body: { message: string; status?: string } }[];
  directoryContents: DryRunFile[];
  output: Record<string, unknown>;
}

/** The parts of Backstage's HTTP API that the form itself uses, as the guest. */
export class BackstageApi {
  readonly #url: string;

  constructor(backendUrl: string) {
    this.#url = backendUrl;
  }

  /** Runs the template and waits for its end. */
  async runTemplate(values: object): Promise<FinishedTask> {
    const { id } = (await this.#send('/api/scaffolder/v2/tasks', {
      templateRef: TEMPLATE,
      values,
    })) as { id: string };
    return this.finishedTask(id);
  }

  /** Waits for the end of a task. */
  async finishedTask(id: string): Promise<FinishedTask> {
    const path = `/api/scaffolder/v2/tasks/${id}`;
    let status = 'open';
    while (status === 'open' || status === 'processing') {
      await delay(200);
      ({ status } = (await this.#get(path)) as { status: string });
    }
    const events = (await this.#get(`${path}/events`)) as {
      body: { message: string; output?: FinishedTask['output'] };
    }[];
    return {
      status,
      log: events.map(({ body }) => body.message).join('\n'),
      output: events.at(-1)?.body.output ?? {},
    };
  }

  /** Dry-runs the template as the catalog holds it. */
  async dryRun(values: object): Promise<DryRun> {
    const template = await this.entity('template/default/scalardl-on-eks');
    return (await this.#send('/api/scaffolder/v2/dry-run', {
      template,
      values,
      secrets: {},
      directoryContents: [],
    })) as DryRun;
  }

  /** An entity of the catalog by `kind/namespace/name`; waits until the catalog has taken it in. */
  async entity(path: string): Promise<unknown> {
    const address = `/api/catalog/entities/by-name/${path}`;
    for (let tries = 0; tries < 50; tries += 1) {
      try {
        return await this.#get(address);
      } catch {
        await delay(200);
      }
    }
    return this.#get(address);
  }

  #get(path: string): Promise<unknown> {
    return this.#request(path, {});
  }

  #send(path: string, body: object): Promise<unknown> {
    return this.#request(path, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    });
  }

  async #request(path: string, init: RequestInit): Promise<unknown> {
    const token = await guestToken(this.#url);
    const response = await fetch(`${this.#url}${path}`, {
      ...init,
      headers: { ...init.headers, authorization: `Bearer ${token}` },
    });
    if (!response.ok) {
      throw new Error(
        `${path} answered ${response.status}: ${await response.text()}`,
      );
    }
    return response.json();
  }
}
