import { gatesOut } from '../../facts/live/security/gatesOut';
import { liveSides } from '../../facts/live/security/liveSide';
import { SIDES } from '../../report/report';
import { combine } from '../finding';
import { gateSubjects } from '../gateSubjects';
import { livePairCheck } from '../liveCheck';
import { skippedForIpv6 } from '../skippedForIpv6';

/** Judges the groups of the nodes and the NetworkPolicies of the product's pods on both sides. */
export const live = livePairCheck({
  needs: ['cluster'],
  check: ({ ledger, auditor }, { given, settings }) => {
    const ipv6 = skippedForIpv6(ledger.cluster, auditor.cluster);
    if (ipv6) return ipv6;
    const sides = liveSides({ given, settings });
    const gates = SIDES.flatMap(side =>
      gatesOut(sides[side], side === 'ledger' ? sides.auditor : sides.ledger),
    );
    return combine(gateSubjects(gates), {
      none: 'no side has a load balancer that the other could call',
      expected: 'both ports of the other side, and DNS',
    });
  },
});
