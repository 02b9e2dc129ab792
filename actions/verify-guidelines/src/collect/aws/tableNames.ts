import {
  type Properties,
  type Side,
  isFromEnvironment,
  storagesOf,
} from '@scalardl-on-eks/plugin-scalardl-common';

/** Where some of a side's DynamoDB tables are, and how their names begin. */
export interface TablePlace {
  /** AWS region. */
  region: string;
  prefixes: string[];
}

const MULTIPLE = 'scalar.db.multi_storage';
const STORAGES = `${MULTIPLE}.storages`;

/**
 * Where a side's DynamoDB tables are. ScalarDB calls them `<prefix><namespace>.<table>`
 * (https://scalardb.scalar-labs.com/docs/latest/configurations/). Beside the product's own namespace stand that of
 * the tables' metadata and, for the Ledger, that of the coordinator: a restore without them is worth nothing. With
 * several storages each namespace is in one of them
 * (https://scalardb.scalar-labs.com/docs/latest/multi-storage-transactions/).
 *
 * @throws Error where the properties do not tell it, as where a region comes out of a Secret
 */
export function tablePlaces(properties: Properties, side: Side): TablePlace[] {
  return storagesOf(properties)
    .filter(({ storage }) => storage === 'dynamo')
    .map(({ name, contactPoints }) => {
      const keys = name === undefined ? 'scalar.db' : `${STORAGES}.${name}`;
      const prefix = properties.get(`${keys}.dynamo.namespace.prefix`) ?? '';
      const namespaces = [
        ...namespacesOf(properties, side).filter(
          namespace =>
            name === undefined || name === storageFor(properties, namespace),
        ),
        properties.get(`${keys}.dynamo.table_metadata.namespace`) ?? 'scalardb',
      ];
      return {
        region: regionOf(contactPoints, { side, keys }),
        prefixes: namespaces.map(namespace => `${prefix}${namespace}.`),
      };
    });
}

/** Namespaces that the product itself fills. */
function namespacesOf(properties: Properties, side: Side): string[] {
  const own =
    properties.get(`scalar.dl.${side}.namespace`) ??
    (side === 'ledger' ? 'scalar' : 'auditor');
  const coordinator =
    properties.get('scalar.db.consensus_commit.coordinator.namespace') ??
    'coordinator';
  return side === 'ledger' ? [own, coordinator] : [own];
}

/** The storage in which a namespace is, by `namespace_mapping` such as `scalar:dynamo,coordinator:jdbc`. */
function storageFor(
  properties: Properties,
  namespace: string,
): string | undefined {
  const mapping = properties.get(`${MULTIPLE}.namespace_mapping`) ?? '';
  const byDefault = properties.get(`${MULTIPLE}.default_storage`);
  if (isFromEnvironment(mapping) || isFromEnvironment(byDefault ?? '')) {
    throw new Error(
      `Properties: expected ${MULTIPLE}.namespace_mapping and default_storage to say which tables are in DynamoDB, received an environment variable.`,
    );
  }
  const pairs = mapping.split(',').map(pair => pair.split(':'));
  const [, mapped] =
    pairs.find(([mappedName]) => mappedName?.trim() === namespace) ?? [];
  return mapped?.trim() ?? byDefault;
}

function regionOf(
  contactPoints = '',
  { side, keys }: { side: Side; keys: string },
): string {
  const region = contactPoints.toLowerCase();
  if (/^[a-z]{2}(?:-[a-z]+)+-\d$/.test(region)) return region;
  throw new Error(
    `Properties of the ${side}: expected the AWS region of the DynamoDB tables under ${keys}.contact_points, received ${JSON.stringify(region)}; without it the tables are not found.`,
  );
}
