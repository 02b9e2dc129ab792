import { combine, skipped } from '../finding';
import { livePairCheck } from '../liveCheck';
import { methodSubjects } from './methods';

/** Compares what the pods of both sides are told. */
export const live = livePairCheck({
  needs: ['properties'],
  check: ({ ledger, auditor }) => {
    if (!ledger.properties || !auditor.properties) {
      return skipped('Ledger and Auditor are not both deployed');
    }
    const facts = {
      ledger: { properties: ledger.properties },
      auditor: { properties: auditor.properties },
    };
    return combine(methodSubjects(facts), {
      none: 'no properties',
      expected: 'one method on both sides',
    });
  },
});
