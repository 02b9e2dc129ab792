import type { SideLiveFacts } from '../../facts/live';
import { fail, pass, unknown } from '../finding';
import { livePairCheck } from '../liveCheck';

/** Whoever owns the VPC of a cluster administers its network, so the owner counts as well as the cluster's account. */
export const live = livePairCheck({
  needs: ['cluster'],
  check: ({ ledger, auditor }, { given }) => {
    const owners = {
      ledger: accountsOf(ledger.cluster.accountId, given.ledger),
      auditor: accountsOf(auditor.cluster.accountId, given.auditor),
    };
    const shared = owners.ledger.find(({ id }) =>
      owners.auditor.some(other => other.id === id),
    );
    const expected = 'no account on both sides';
    if (shared) {
      const other = owners.auditor.find(({ id }) => id === shared.id);
      const observed = `account ${shared.id} has ${shared.what} of Ledger and ${other?.what} of Auditor`;
      return fail({ expected, observed });
    }
    const observed = `Ledger in ${named(owners.ledger)}, Auditor in ${named(owners.auditor)}`;
    const unread = [given.ledger.vpc, given.auditor.vpc].find(fact => !fact.ok);
    return unread && !unread.ok
      ? unknown(unread.reason, { expected, observed })
      : pass({ expected, observed });
  },
});

interface Owner {
  id: string;
  what: 'the cluster' | 'the VPC';
}

function accountsOf(id: string, { vpc }: SideLiveFacts): Owner[] {
  const cluster: Owner = { id, what: 'the cluster' };
  return vpc.ok && vpc.value.ownerId !== id
    ? [cluster, { id: vpc.value.ownerId, what: 'the VPC' }]
    : [cluster];
}

function named(owners: readonly Owner[]): string {
  return owners
    .map(({ id, what }) => (what === 'the VPC' ? `${id} (VPC)` : id))
    .join(' and ');
}
