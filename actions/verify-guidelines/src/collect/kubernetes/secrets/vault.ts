import type { KubernetesReader } from '@scalardl-on-eks/action-toolkit/kubernetes';
import { CONFIG_MAPS, SECRETS } from '../kinds';
import { findObject } from '../readObjects';
import type { Reference } from '../workloads/podSpec';

type Content = Readonly<Record<string, string>>;

/** What pods of one namespace get out of Secrets and ConfigMaps; each is read once, by its name. */
export class Vault {
  readonly namespace: string;
  private readonly reader: KubernetesReader;
  private readonly read = new Map<string, Promise<Content>>();

  constructor(reader: KubernetesReader, namespace: string) {
    this.reader = reader;
    this.namespace = namespace;
  }

  /**
   * The texts of a Secret by key.
   *
   * @throws Error where it does not exist and pods cannot do without it
   */
  secret(reference: Reference): Promise<Content> {
    return this.once(`Secret ${this.namespace}/${reference.name}`, async () => {
      const data = await this.dataOf(SECRETS, reference);
      return Object.fromEntries(
        Object.entries(data).map(([key, value]) => [
          key,
          Buffer.from(value, 'base64').toString(),
        ]),
      );
    });
  }

  configMap(reference: Reference): Promise<Content> {
    const title = `ConfigMap ${this.namespace}/${reference.name}`;
    return this.once(title, () => this.dataOf(CONFIG_MAPS, reference));
  }

  private once(title: string, read: () => Promise<Content>): Promise<Content> {
    const known = this.read.get(title) ?? read();
    this.read.set(title, known);
    return known;
  }

  private async dataOf(
    kind: typeof SECRETS,
    { name, optional }: Reference,
  ): Promise<Content> {
    const { namespace } = this;
    const found = await findObject(this.reader, kind, { namespace, name });
    if (!found && !optional) {
      throw new Error(
        `Expected the ${kind.kind} ${namespace}/${name} that pods of the product refer to, received none.`,
      );
    }
    return found?.data ?? {};
  }
}
