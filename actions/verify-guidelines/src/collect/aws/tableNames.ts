import {
  type Properties,
  type Side,
  databaseEndpoints,
} from '@scalardl-on-eks/plugin-scalardl-common';

/**
 * How the names of a side's DynamoDB tables begin: ScalarDB writes `<prefix><namespace>.<table>`
 * (https://scalardb.scalar-labs.com/docs/latest/configurations/). Beside the product's own namespace stand that of
 * the tables' metadata and, for the Ledger, that of the coordinator: a restore without them is worth nothing.
 */
export function tablePrefixes(properties: Properties, side: Side): string[] {
  const of = (key: string, byDefault: string) =>
    properties.get(`scalar.db.${key}`) ?? byDefault;
  const prefix = of('dynamo.namespace.prefix', '');
  const namespaces = [
    databaseEndpoints(properties, side)?.namespace,
    of('dynamo.table_metadata.namespace', 'scalardb'),
    side === 'ledger'
      ? of('consensus_commit.coordinator.namespace', 'coordinator')
      : undefined,
  ];
  return namespaces.flatMap(namespace =>
    namespace ? [`${prefix}${namespace}.`] : [],
  );
}

/**
 * The region of a side's DynamoDB tables.
 *
 * @throws Error where the properties do not name one, as where it comes out of a Secret
 */
export function tableRegion(properties: Properties, side: Side): string {
  const [region = ''] = databaseEndpoints(properties, side)?.endpoints ?? [];
  if (/^[a-z]{2}(?:-[a-z]+)+-\d$/.test(region)) return region;
  throw new Error(
    `Properties of the ${side}: expected the AWS region of the DynamoDB tables under scalar.db.contact_points, received ${JSON.stringify(region)}; without it the tables are not found.`,
  );
}
