import { Agent, request } from 'node:https';
import { bearerToken } from '../../testbed/eks/bearerToken.ts';
import { servedPaths } from './manifests/customKind.ts';
import { mirrored } from './manifests/mirrored.ts';
import { type Manifest, pathOf } from './resources.ts';
import { until } from './waiting.ts';

/** Puts back what was there before. */
export type Undo = () => Promise<void>;

/** How the administrator of a cluster signs in. */
export interface KubeAccess {
  readonly cluster: string;
  readonly endpoint: string;
  /** Base64, as EKS describes it. */
  readonly certificateAuthority: string;
  /** Address of the bed. */
  readonly url: string;
  readonly env: Record<string, string>;
  /** Where images come from, as {@link mirrored} takes it. */
  readonly registry?: string;
}

/** The API answered with an error. */
export class KubeError extends Error {
  name = 'KubeError';
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** EKS takes a token for a quarter of an hour. */
const TOKEN_MILLISECONDS = 10 * 60_000;
const MERGE = 'application/merge-patch+json';
const APPLY = 'application/apply-patch+yaml';

/** The Kubernetes API of one cluster, as its administrator sees it. */
export class Kube {
  private readonly access: KubeAccess;
  private readonly agent: Agent;
  private token?: { text: string; made: number };

  constructor(access: KubeAccess) {
    this.access = access;
    this.agent = new Agent({
      ca: Buffer.from(access.certificateAuthority, 'base64'),
      keepAlive: true,
      maxSockets: 8,
    });
  }

  /** @throws KubeError */
  async get<T = Manifest>(path: string): Promise<T> {
    return (await this.call('GET', path)) as T;
  }

  /** The objects of a collection. */
  async list<T = Manifest>(path: string): Promise<T[]> {
    const { items } = await this.get<{ items: T[] }>(path);
    return items;
  }

  /** Server-side apply: makes the objects, or brings them to their manifests; a new kind is served at the end. */
  async apply(...manifests: Manifest[]): Promise<void> {
    await Promise.all(
      manifests.map(async manifest => {
        await this.call(
          'PATCH',
          `${pathOf(manifest)}?fieldManager=world&force=true`,
          {
            body: mirrored(manifest, this.access.registry),
            type: APPLY,
          },
        );
        await Promise.all(
          servedPaths(manifest).map(path => until(() => this.get(path))),
        );
      }),
    );
  }

  /** Merges the changes into the object; `null` takes a key away. */
  async patch(path: string, body: object): Promise<void> {
    await this.call('PATCH', path, { body, type: MERGE });
  }

  async delete(path: string): Promise<void> {
    await this.call('DELETE', path);
  }

  async put(path: string, body: object): Promise<void> {
    await this.call('PUT', path, { body });
  }

  async post<T = unknown>(path: string, body: object): Promise<T> {
    return (await this.call('POST', path, { body })) as T;
  }

  close(): void {
    this.agent.destroy();
  }

  private async call(
    method: string,
    path: string,
    { body, type = 'application/json' }: { body?: object; type?: string } = {},
  ): Promise<unknown> {
    const { status, text } = await this.send(method, path, { body, type });
    if (status >= 400) {
      throw new KubeError(
        status,
        `${method} ${path} of ${this.access.cluster} was answered ${status}: ${text}`,
      );
    }
    return JSON.parse(text);
  }

  private send(
    method: string,
    path: string,
    { body, type }: { body?: object; type: string },
  ): Promise<{ status: number; text: string }> {
    return new Promise((resolve, reject) => {
      const call = request(
        new URL(path, this.access.endpoint),
        {
          method,
          agent: this.agent,
          headers: {
            'content-type': type,
            authorization: `Bearer ${this.bearer()}`,
          },
        },
        response => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('error', reject);
          response.on('end', () =>
            resolve({
              status: response.statusCode ?? 0,
              text: Buffer.concat(chunks).toString(),
            }),
          );
        },
      );
      call.on('error', reject);
      call.end(body && JSON.stringify(body));
    });
  }

  private bearer(): string {
    if (!this.token || Date.now() - this.token.made > TOKEN_MILLISECONDS) {
      this.token = { text: bearerToken(this.access), made: Date.now() };
    }
    return this.token.text;
  }
}
