import { ipv6Overlap } from '../../facts/live/subnets/ipv6Ranges';
import { liveAddresses } from '../../facts/live/subnets/addressesInUse';
import type { LiveVpc } from '../../facts/live';
import type { Subject } from '../../report/report';
import { livePairCheck } from '../liveCheck';
import { judgeAddresses } from './judgeAddresses';

export const live = livePairCheck({
  needs: ['cluster', 'vpc'],
  check: ({ ledger, auditor }, { settings }) =>
    judgeAddresses(
      {
        ...liveAddresses({ sides: { ledger, auditor }, settings }),
        undecided: [],
        isDeclared: () => true,
      },
      ipv6Subjects(ledger.vpc, auditor.vpc),
    ),
});

function ipv6Subjects(ledger: LiveVpc, auditor: LiveVpc): Subject[] {
  if (ledger.id === auditor.id) return [];
  return ledger.ipv6Cidrs.flatMap(one =>
    auditor.ipv6Cidrs
      .filter(other => ipv6Overlap(one, other))
      .map((other): Subject => ({
        id: `${other} of the Auditor VPC`,
        verdict: 'fail',
        detail: `${other} of the Auditor VPC overlaps ${one} of the Ledger VPC`,
      })),
  );
}
