import { read } from '../facts/fact';
import { SIDE_TITLES, liveSides } from '../facts/live/security/liveSide';
import { productInterfaces } from '../facts/live/security/productInterfaces';
import { gatesInto } from '../facts/live/security/reach';
import type { Side } from '../report/report';
import { combine, skipped } from './finding';
import { gateSubjects } from './gateSubjects';
import { type LiveCheck, livePairCheck } from './liveCheck';
import { skippedForIpv6 } from './skippedForIpv6';

/** Judges whether every gate in front of one side admits all addresses from which the other calls. */
export function liveReachCheck({
  from,
  to,
}: {
  from: Side;
  to: Side;
}): LiveCheck {
  const caller = SIDE_TITLES[from];
  return livePairCheck({
    needs: ['cluster'],
    check: ({ ledger, auditor }, { given, settings }) => {
      const ipv6 = skippedForIpv6(ledger.cluster, auditor.cluster);
      if (ipv6) return ipv6;
      const sides = liveSides({ given, settings });
      const interfaces = productInterfaces(sides[from]);
      const callers = interfaces.ok
        ? read(interfaces.value.product, interfaces.source)
        : interfaces;
      const gates = gatesInto(sides[to], callers);
      if (!gates) return skipped(`${SIDE_TITLES[to]} is not deployed`);
      return combine(gateSubjects(gates), {
        none: 'no gates',
        expected: `every address of ${caller}’s pods admitted`,
      });
    },
  });
}
