import type { LivePeering } from '../../facts/live';
import { type PeeredPair, agreedPeerings } from '../../facts/live/peering';
import { SIDE_TITLES } from '../../facts/live/security/liveSide';
import { SIDES, type Side, type Subject } from '../../report/report';
import { combine, skipped } from '../finding';
import type { Guideline } from '../guideline';
import { livePairCheck } from '../liveCheck';
import { skippedForOneVpc } from '../skippedForOneVpc';
import { source } from '../sources';

/** https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-dns.html */
export const peeringResolvesNames: Guideline = {
  id: 'peering-resolves-names',
  level: 'derived',
  title: 'Each side resolves the names of the other to private addresses',
  source: source('networkPeering', 'Network peering'),
  pass: 'The peering resolves names of each side to private addresses for the other.',
  fail: 'A side gets public addresses for the names of machines of the other, which do not lead through the peering.',
  remedy:
    'Run create-peering, or set AllowDnsResolutionFromRemoteVpc at the end of the side that is named.',
  live: livePairCheck({
    needs: ['vpc', 'peerings'],
    check: pair => {
      const notJudged = skippedForOneVpc(pair.ledger.vpc, pair.auditor.vpc);
      if (notJudged) return notJudged;
      const [peering] = agreedPeerings(pair);
      return peering
        ? combine(
            SIDES.map(side => endSubject(pair, { side, peering })),
            {
              none: 'no ends',
              expected: 'AllowDnsResolutionFromRemoteVpc at both ends',
            },
          )
        : skipped('no active peering joins the two VPCs');
    },
  }),
};

/** Another account may not show the option of an end, but the account that owns the end does. */
function endSubject(
  pair: PeeredPair,
  { side, peering }: { side: Side; peering: LivePeering },
): Subject {
  const { vpc, peerings } = pair[side];
  const own = peerings.find(({ id }) => id === peering.id);
  const [ofOwner, ofOther] = [own, peering].map(view =>
    [view?.requester, view?.accepter].find(end => end?.vpcId === vpc.id),
  );
  const option = ofOwner?.resolvesRemoteNames ?? ofOther?.resolvesRemoteNames;
  const id = `${SIDE_TITLES[side]} end`;
  if (option === undefined)
    return {
      id,
      verdict: 'unknown',
      detail: `AWS does not tell whether the ${id} of ${peering.id} resolves names`,
    };
  return {
    id,
    verdict: option ? 'pass' : 'fail',
    detail: `the ${id} of ${peering.id} ${option ? 'resolves' : 'does not resolve'} names`,
  };
}
