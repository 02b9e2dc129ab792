import { endpointsOf } from '../../facts/database/endpoints';
import { type Rule, type SideEntry, sidesOf } from './rule';

/** Ledger and Auditor never share a database instance; another schema of the same one is the same administrator. */
export const separateDatabases: Rule = environment => {
  const [ledger, auditor] = sidesOf(environment);
  if (!ledger || !auditor) return [];
  const first = endpoints(ledger);
  const shared = endpoints(auditor).filter(endpoint =>
    first.includes(endpoint),
  );
  if (shared.length === 0 || isOtherAccount(ledger, auditor)) return [];
  return [
    {
      path: [...auditor.path, 'database', 'contactPoints'],
      guideline: 'separate-databases',
      expected: 'a database instance that the Ledger side does not use',
      received: `the same one: ${shared.join(', ')}`,
      remedy:
        'Give each side a database instance of its own; whoever administers a shared one can change both copies.',
    },
  ];
};

function endpoints({ parts }: SideEntry): string[] {
  const { storage, contactPoints } = parts.database ?? {};
  return storage === undefined || contactPoints === undefined
    ? []
    : endpointsOf(contactPoints, { storage });
}

/** In DynamoDB the contact point is only a region: the account tells the databases apart. */
function isOtherAccount(ledger: SideEntry, auditor: SideEntry): boolean {
  return (
    auditor.parts.database?.storage === 'dynamo' &&
    ledger.parts.awsAccountId !== auditor.parts.awsAccountId
  );
}
