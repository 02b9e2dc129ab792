import type { Fact } from '../../facts/fact';
import type { LivePrivateZone } from '../../facts/live';
import { plainName } from '../../facts/live/balancers/balancers';
import { type NameEnd, resolveName } from '../../facts/live/names';
import {
  ADDRESS,
  type Judgement,
  type KnownNames,
  judgePlain,
} from './judgePlain';

/** Private zones in which the Auditor's VPC looks names up. */
type Zones = Fact<readonly LivePrivateZone[]>;

/** Where a host name leads: to Ledger's load balancer, surely elsewhere, or nobody can tell. */
export function judgeName(
  host: string,
  known: KnownNames,
  zones: Zones,
): Judgement {
  const name = plainName(host);
  const plain = judgePlain(name, known);
  if (plain.verdict !== 'unknown' || ADDRESS.test(name)) return plain;
  if (!zones.ok)
    return {
      verdict: 'unknown',
      detail: `it is a name of somebody’s own zone, and where it leads is not known: ${zones.reason}`,
    };
  const ends = resolveName(name, zones.value);
  return together(ends.map(end => ({ end, ...judgeEnd(end, known) })));
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

function judgeEnd({ leads, way }: NameEnd, known: KnownNames): Judgement {
  const { verdict, detail } = judgeLead(leads, known);
  const last = leads.to === 'address' ? [leads.address] : [];
  return { verdict, detail: `${[...way, ...last].join(' → ')}: ${detail}` };
}

function judgeLead(leads: NameEnd['leads'], known: KnownNames): Judgement {
  switch (leads.to) {
    case 'nothing':
      return { verdict: 'fail', detail: leads.why };
    case 'unread':
      return { verdict: 'unknown', detail: leads.why };
    case 'address':
      return judgePlain(leads.address, known);
    default:
      return judgePlain(leads.name, known);
  }
}
