import { readProperties } from '@scalardl-on-eks/plugin-scalardl-common';
import { tablePrefixes, tableRegion } from './tableNames';

function properties(...lines: string[]) {
  const location = { file: 'ConfigMap', line: 1, column: 1 };
  return readProperties(['scalar.db.storage=dynamo', ...lines].join('\n'), {
    whole: location,
    locateLine: () => location,
  });
}

describe('tablePrefixes', () => {
  it("names the product's tables, their metadata and the Ledger's coordinator", () => {
    const of = properties('scalar.db.contact_points=ap-northeast-1');
    expect(tablePrefixes(of, 'ledger')).toEqual([
      'scalar.',
      'scalardb.',
      'coordinator.',
    ]);
    expect(tablePrefixes(of, 'auditor')).toEqual(['auditor.', 'scalardb.']);
  });

  it('follows the namespaces and the prefix that are set', () => {
    const of = properties(
      'scalar.db.contact_points=ap-northeast-1',
      'scalar.db.dynamo.namespace.prefix=pay_',
      'scalar.dl.ledger.namespace=book',
      'scalar.db.consensus_commit.coordinator.namespace=order',
    );
    expect(tablePrefixes(of, 'ledger')).toEqual([
      'pay_book.',
      'pay_scalardb.',
      'pay_order.',
    ]);
  });
});

describe('tableRegion', () => {
  it('is the contact point', () => {
    const of = properties('scalar.db.contact_points=eu-central-1');
    expect(tableRegion(of, 'ledger')).toBe('eu-central-1');
  });

  it.each([
    ['a variable', 'scalar.db.contact_points=${env:REGION}', '${env:region}'],
    ['nothing', '', ''],
  ])('is not guessed from %s', (_, line, received) => {
    expect(() => tableRegion(properties(line), 'ledger')).toThrow(
      `scalar.db.contact_points, received "${received}"`,
    );
  });
});
