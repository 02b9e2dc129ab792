import { Connection, type KubernetesAccess } from './connection';
import { ItemScanner } from './itemScanner';
import { KubernetesError } from './kubernetesError';
import { withoutQuery } from './refusal';
import { startOver } from './startOver';

export interface ReaderOptions {
  /** Objects that are asked for at once. */
  pageSize?: number;
  /** Ends every call. */
  signal?: AbortSignal;
}

/** How a collection is folded into one value. */
export interface Folding<Item, Value> {
  query?: Readonly<Record<string, string>>;
  /** Leaves everything but `metadata` out of the answer, which is a fraction of its bytes. */
  metadataOnly?: boolean;
  /** Called again where the reading has to start over. */
  start(): Value;
  add(value: Value, item: Item): void;
}

const PAGE_SIZE = 500;

/** https://kubernetes.io/docs/reference/using-api/api-concepts/#partial-object-metadata */
const METADATA_ONLY =
  'application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1';

interface ListMetadata {
  metadata?: { continue?: string };
}

/** Reads the Kubernetes API of one cluster. */
export class KubernetesReader {
  /** For a writer, which must not lead elsewhere than who reads. */
  readonly connection: Connection;
  private readonly pageSize: number;

  constructor(
    access: KubernetesAccess,
    { pageSize = PAGE_SIZE, signal }: ReaderOptions = {},
  ) {
    this.connection = new Connection(access, signal);
    this.pageSize = pageSize;
  }

  /**
   * Every object of a collection, a page at a time, so that a large cluster is never held at once.
   *
   * @param path - such as `/api/v1/nodes`
   * @throws KubernetesError
   */
  async *list<T>(
    path: string,
    query: Readonly<Record<string, string>> = {},
  ): AsyncGenerator<T> {
    let next: string | undefined;
    do {
      const items: T[] = [];
      next = await this.page<T>(this.pagePath(path, query, next), {
        onItem: item => items.push(item),
      });
      yield* items;
    } while (next);
  }

  /**
   * Folds every object of a collection into one value, each while its bytes come. It starts over where the list
   * has expired between two pages or an answer was cut short, so that no object is seen twice or left out.
   *
   * @param path - such as `/api/v1/pods`
   * @throws KubernetesError
   */
  fold<Item, Value>(
    path: string,
    { query = {}, metadataOnly, start, add }: Folding<Item, Value>,
  ): Promise<Value> {
    const attempt = async () => {
      const value = start();
      let next: string | undefined;
      do {
        next = await this.page<Item>(this.pagePath(path, query, next), {
          accept: metadataOnly ? METADATA_ONLY : undefined,
          onItem: item => add(value, item),
        });
      } while (next);
      return value;
    };
    return startOver('reading', attempt, this.connection.signal);
  }

  /** @throws KubernetesError */
  get<T>(path: string): Promise<T> {
    const attempt = async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of await this.connection.open({ path })) {
        chunks.push(chunk);
      }
      return parsed<T>(Buffer.concat(chunks).toString(), path);
    };
    return startOver('reading', attempt, this.connection.signal);
  }

  close(): void {
    this.connection.close();
  }

  private pagePath(
    path: string,
    query: Readonly<Record<string, string>>,
    next: string | undefined,
  ): string {
    const parameters = new URLSearchParams(query);
    parameters.set('limit', String(this.pageSize));
    if (next) parameters.set('continue', next);
    return `${path}?${parameters}`;
  }

  /** @returns the place where the next page begins */
  private async page<T>(
    path: string,
    { accept, onItem }: { accept?: string; onItem: (item: T) => void },
  ): Promise<string | undefined> {
    const scanner = new ItemScanner(json => onItem(parsed<T>(json, path)));
    for await (const chunk of await this.connection.open({ path, accept })) {
      scanner.write(chunk);
    }
    const { metadata } = parsed<ListMetadata>(scanner.end(), path);
    return metadata?.continue || undefined;
  }
}

/** The error of JSON.parse quotes what it read, which may be a Secret; so it is not kept. */
function parsed<T>(json: string, path: string): T {
  try {
    return JSON.parse(json) as T;
  } catch {
    throw new KubernetesError(
      `GET ${withoutQuery(path)} was answered by something that is no JSON.`,
      {},
    );
  }
}
