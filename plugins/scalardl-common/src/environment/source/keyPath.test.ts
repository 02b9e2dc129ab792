import { formatKeyPath } from './keyPath';

describe('formatKeyPath', () => {
  it.each([
    [[], ''],
    [['spec', 'ledger'], 'spec.ledger'],
    [['spec', 'applications', 0, 'cidrs', 1], 'spec.applications[0].cidrs[1]'],
    [['labels', 'scalar-labs.com/node'], 'labels["scalar-labs.com/node"]'],
    [[0], '[0]'],
  ])('writes %j as %s', (path, text) => {
    expect(formatKeyPath(path)).toBe(text);
  });
});
