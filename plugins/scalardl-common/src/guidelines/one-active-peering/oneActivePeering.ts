import type { LivePeering } from '../../facts/live';
import {
  type PeeredPair,
  activePeerings,
  agreedPeerings,
  peeringsBetween,
} from '../../facts/live/peering';
import { SIDE_TITLES } from '../../facts/live/security/liveSide';
import { SIDES, type Side, type Subject } from '../../report/report';
import { combine, fail } from '../finding';
import type { Guideline } from '../guideline';
import { livePairCheck } from '../liveCheck';
import { skippedForOneVpc } from '../skippedForOneVpc';
import { source } from '../sources';

/** https://scalardl.scalar-labs.com/docs/latest/scalar-kubernetes/NetworkPeeringForScalarDLAuditor/ */
export const oneActivePeering: Guideline = {
  id: 'one-active-peering',
  level: 'requirement',
  title: 'Exactly one active peering joins the two VPCs',
  source: source('networkPeering', 'Network peering'),
  pass: 'One peering joins the VPCs of Ledger and Auditor, and both accounts list it as active.',
  fail: 'No active peering joins the VPCs of Ledger and Auditor.',
  remedy:
    'Run create-peering on both sides, or accept the peering that is pending.',
  live: livePairCheck({
    needs: ['vpc', 'peerings'],
    check: pair => {
      const { ledger, auditor } = pair;
      const expected = `one active peering between ${ledger.vpc.id} and ${auditor.vpc.id}`;
      const skipped = skippedForOneVpc(ledger.vpc, auditor.vpc);
      if (skipped) return skipped;
      const subjects = SIDES.map(side => viewOf(pair, side));
      const seen = combine(subjects, { none: 'no account', expected });
      if (seen.verdict !== 'pass' || agreedPeerings(pair).length === 1)
        return seen;
      return fail({
        expected,
        observed: `the accounts list different peerings: ${subjects.map(({ detail }) => detail).join('; ')}`,
        subjects,
      });
    },
  }),
};

/** What one account lists. */
function viewOf(pair: PeeredPair, side: Side): Subject {
  const { ledger, auditor } = pair;
  const { peerings } = pair[side];
  const ends = [ledger.vpc.id, auditor.vpc.id] as const;
  const active = activePeerings(peerings, ...ends);
  const all = peeringsBetween(peerings, ...ends);
  const who = `the account of ${SIDE_TITLES[side]}`;
  return {
    id: who,
    verdict: active.length === 1 ? 'pass' : 'fail',
    detail:
      active.length === 1
        ? `${active[0]?.id} is active`
        : `${who} lists ${active.length === 0 ? describe(all) : `${active.length} active ones: ${describe(active)}`}`,
  };
}

function describe(peerings: readonly LivePeering[]): string {
  if (peerings.length === 0) return 'no peering between them';
  return peerings.map(({ id, status }) => `${id} as ${status}`).join(', ');
}
