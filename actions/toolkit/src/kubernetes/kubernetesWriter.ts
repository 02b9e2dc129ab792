import { KubernetesError } from './kubernetesError';
import type { KubernetesReader } from './kubernetesReader';

/** Makes and deletes objects in the cluster that a reader reads, over the same connection. */
export class KubernetesWriter {
  private readonly reader: Pick<KubernetesReader, 'connection'>;

  constructor(reader: Pick<KubernetesReader, 'connection'>) {
    this.reader = reader;
  }

  /**
   * Makes an object. Where an answer was lost it asks again; so the object should have a name, and one that exists
   * already may be its own.
   *
   * @param path - of the collection, such as `/apis/batch/v1/namespaces/shop/jobs`
   * @throws KubernetesError
   */
  async create(path: string, body: object): Promise<void> {
    await this.done({ method: 'POST', path, body });
  }

  /**
   * Deletes an object, and in the background what it owns; one that is not there is as good as deleted.
   *
   * @param path - of the object
   * @throws KubernetesError
   */
  async delete(path: string): Promise<void> {
    const body = {
      apiVersion: 'v1',
      kind: 'DeleteOptions',
      propagationPolicy: 'Background',
    };
    try {
      await this.done({ method: 'DELETE', path, body });
    } catch (error) {
      const isGone = error instanceof KubernetesError && error.status === 404;
      if (!isGone) throw error;
    }
  }

  private async done(
    call: Parameters<KubernetesReader['connection']['open']>[0],
  ): Promise<void> {
    const answer = await this.reader.connection.open(call);
    // Read to its end, so that the connection can be used again.
    for await (const _ of answer);
  }
}
