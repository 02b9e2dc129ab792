import { plainName } from '../../facts/live/balancers/balancers';
import {
  type LookUp,
  type NameEnd,
  decidersOf,
  wayOf,
} from '../../facts/live/names';
import { isOwnCluster } from './host';
import {
  ADDRESS,
  type Judgement,
  type KnownNames,
  judgePlain,
} from './judgePlain';

/** Where a host name leads: to Ledger's load balancer, surely elsewhere, or nobody can tell. */
export function judgeName(
  host: string,
  known: KnownNames,
  lookUp: LookUp,
): Judgement {
  if (ADDRESS.test(host)) return judgePlain(host, known);
  return together(lookUp(host).map(end => ({ end, ...judgeEnd(end, known) })));
}

interface JudgedEnd extends Judgement {
  end: NameEnd;
}

/** A name that leads to several places is good only where every one of them is. */
function together(ends: readonly JudgedEnd[]): Judgement {
  const [good, open, wrong] = (['pass', 'unknown', 'fail'] as const).map(
    verdict => ends.filter(each => each.verdict === verdict),
  ) as [JudgedEnd[], JudgedEnd[], JudgedEnd[]];
  const surely = wrong.find(({ end }) => !end.chosen);
  const mixed =
    wrong.length > 0 && good.length > 0
      ? [{ verdict: 'unknown' as const, detail: mixedDetail(wrong, good) }]
      : [];
  const [decides] = [
    ...(surely ? [surely] : []),
    ...open,
    ...mixed,
    ...wrong,
    ...good,
  ];
  return decides
    ? { verdict: decides.verdict, detail: decides.detail }
    : { verdict: 'fail', detail: 'its records are empty' };
}

function mixedDetail(...some: readonly (readonly JudgedEnd[])[]): string {
  const details = some.flatMap(([first]) => first?.detail ?? []);
  return `${details.join('; ')}; which of them answers is decided by a routing policy`;
}

function judgeEnd(end: NameEnd, known: KnownNames): Judgement {
  const { verdict, detail } = judgeLead(end.leads, known);
  // Of a name that is what it is, nobody needs to hear twice.
  const isStraight = end.way.length === 1 && end.leads.to !== 'address';
  const way = isStraight ? '' : `${wayOf(end)}: `;
  return { verdict, detail: `${way}${detail}${decidersOf(end)}` };
}

function judgeLead(leads: NameEnd['leads'], known: KnownNames): Judgement {
  switch (leads.to) {
    case 'nothing':
      return { verdict: 'fail', detail: leads.why };
    case 'unread':
      return {
        verdict: 'unknown',
        detail: `where it leads is not known: ${leads.why}`,
      };
    case 'address':
      return judgePlain(leads.address, known);
    default:
      return isOwnCluster(leads.name)
        ? {
            verdict: 'fail',
            detail: 'it is a name of the Auditor’s own cluster',
          }
        : judgePlain(plainName(leads.name), known);
  }
}
