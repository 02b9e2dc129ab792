import { isFromEnvironment } from '../../product/configuration';
import type { Properties } from '../../properties';

/** One database system of a side, as its properties say. */
export interface Storage {
  /** Name below `scalar.db.multi_storage.storages`, where there are several. */
  name?: string;
  /** `jdbc`, `dynamo`, `cosmos` or `cassandra`. */
  storage: string;
  contactPoints?: string;
  contactPort?: string;
  username?: string;
}

const MULTIPLE = 'scalar.db.multi_storage.storages';

/**
 * Every database system that a side uses; more than one with `multi-storage`
 * (https://scalardb.scalar-labs.com/docs/latest/multi-storage-transactions/).
 */
export function storagesOf(properties: Properties): Storage[] {
  const storage = properties.get('scalar.db.storage') ?? 'cassandra';
  if (storage !== 'multi-storage') {
    return [{ ...contactOf(properties, 'scalar.db'), storage }];
  }
  const names = (properties.get(MULTIPLE) ?? '')
    .split(',')
    .map(name => name.trim())
    .filter(name => name !== '');
  return names.map(name => ({
    ...contactOf(properties, `${MULTIPLE}.${name}`),
    name,
    storage: properties.get(`${MULTIPLE}.${name}.storage`) ?? 'cassandra',
  }));
}

function contactOf(
  properties: Properties,
  prefix: string,
): Omit<Storage, 'storage'> {
  return {
    contactPoints: properties.get(`${prefix}.contact_points`),
    contactPort: properties.get(`${prefix}.contact_port`),
    username: properties.get(`${prefix}.username`),
  };
}

/** Why the storages cannot be told, `undefined` where they can. */
export function untoldStorage(
  storages: readonly Storage[],
): string | undefined {
  if (storages.length === 0) return `${MULTIPLE} is not set`;
  return storages.some(({ storage }) => isFromEnvironment(storage))
    ? 'scalar.db.storage is set by an environment variable'
    : undefined;
}

/** Such as `jdbc`, or `jdbc (assets)` among several. */
export function titleOf({ name, storage }: Storage): string {
  return name === undefined ? storage : `${storage} (${name})`;
}
