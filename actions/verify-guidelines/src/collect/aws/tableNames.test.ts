import { readProperties } from '@scalardl-on-eks/plugin-scalardl-common';
import { tablePlaces } from './tableNames';

function properties(...lines: string[]) {
  const location = { file: 'ConfigMap', line: 1, column: 1 };
  return readProperties(lines.join('\n'), {
    whole: location,
    locateLine: () => location,
  });
}

const dynamo = (...lines: string[]) =>
  properties('scalar.db.storage=dynamo', ...lines);

describe('tablePlaces', () => {
  it("names the product's tables, their metadata and the Ledger's coordinator", () => {
    const of = dynamo('scalar.db.contact_points=ap-northeast-1');
    expect(tablePlaces(of, 'ledger')).toEqual([
      {
        region: 'ap-northeast-1',
        prefixes: ['scalar.', 'coordinator.', 'scalardb.'],
      },
    ]);
    expect(tablePlaces(of, 'auditor')).toEqual([
      { region: 'ap-northeast-1', prefixes: ['auditor.', 'scalardb.'] },
    ]);
  });

  it('follows the namespaces and the prefix that are set', () => {
    const of = dynamo(
      'scalar.db.contact_points=eu-central-1',
      'scalar.db.dynamo.namespace.prefix=pay_',
      'scalar.dl.ledger.namespace=book',
      'scalar.db.consensus_commit.coordinator.namespace=order',
    );
    expect(tablePlaces(of, 'ledger')).toEqual([
      {
        region: 'eu-central-1',
        prefixes: ['pay_book.', 'pay_order.', 'pay_scalardb.'],
      },
    ]);
  });

  it('looks in each storage for the namespaces that are mapped to it', () => {
    const storages = 'scalar.db.multi_storage.storages';
    const of = properties(
      'scalar.db.storage=multi-storage',
      `${storages}=near, far ,other`,
      `${storages}.near.storage=dynamo`,
      `${storages}.near.contact_points=ap-northeast-1`,
      `${storages}.far.storage=dynamo`,
      `${storages}.far.contact_points=eu-west-1`,
      `${storages}.far.dynamo.namespace.prefix=pay_`,
      `${storages}.far.dynamo.table_metadata.namespace=meta`,
      `${storages}.other.storage=jdbc`,
      `${storages}.other.contact_points=jdbc:mysql://db/x`,
      'scalar.db.multi_storage.namespace_mapping=coordinator: far, x:near',
      'scalar.db.multi_storage.default_storage=near',
    );
    expect(tablePlaces(of, 'ledger')).toEqual([
      { region: 'ap-northeast-1', prefixes: ['scalar.', 'scalardb.'] },
      { region: 'eu-west-1', prefixes: ['pay_coordinator.', 'pay_meta.'] },
    ]);
  });

  it('does not guess in which storage a namespace is', () => {
    const storages = 'scalar.db.multi_storage.storages';
    const of = properties(
      'scalar.db.storage=multi-storage',
      `${storages}=near`,
      `${storages}.near.storage=dynamo`,
      `${storages}.near.contact_points=ap-northeast-1`,
      'scalar.db.multi_storage.namespace_mapping=${env:MAPPING}',
    );
    expect(() => tablePlaces(of, 'ledger')).toThrow(
      'expected scalar.db.multi_storage.namespace_mapping',
    );
  });

  it('is nowhere without DynamoDB', () => {
    expect(tablePlaces(properties('scalar.db.storage=jdbc'), 'ledger')).toEqual(
      [],
    );
  });

  it.each([
    ['a variable', 'scalar.db.contact_points=${env:REGION}', '${env:region}'],
    ['nothing', '', ''],
  ])('does not guess the region from %s', (_, line, received) => {
    expect(() => tablePlaces(dynamo(line), 'ledger')).toThrow(
      `scalar.db.contact_points, received "${received}"`,
    );
  });
});
