import { type Rule, sidesOf } from './rule';

/** The two clusters can be told apart: by name, by account or by region. */
export const clusterNames: Rule = environment => {
  const [ledger, auditor] = sidesOf(environment);
  if (!ledger || !auditor) return [];
  const name = auditor.parts.clusterName;
  const same =
    name !== undefined &&
    name === ledger.parts.clusterName &&
    isSame(ledger.parts.awsAccountId, auditor.parts.awsAccountId) &&
    isSame(ledger.region, auditor.region);
  if (!same) return [];
  return [
    {
      path: [...auditor.path, 'clusterName'],
      guideline: 'separate-clusters',
      expected:
        "a name other than the Ledger cluster's in the same account and region",
      received: name,
      remedy:
        'Rename one cluster, or give the sides different accounts or regions.',
    },
  ];
};

function isSame(first: string | undefined, second: string | undefined) {
  return first !== undefined && first === second;
}
