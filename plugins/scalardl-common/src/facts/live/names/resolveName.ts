import type { LiveNameRecord, LivePrivateZone, LiveResolverRule } from '../aws';
import { type NameEnd, type NamePath, START, isWithin } from './nameEnd';
import { decidingRule } from './resolverRule';

/** What Route 53 knows of the names that a VPC asks for. */
export interface Route53 {
  zones: readonly LivePrivateZone[];
  rules: readonly LiveResolverRule[];
}

/** As many steps as name servers follow before they give up, roughly. */
const MOST_STEPS = 16;

/**
 * Follows a name through the private zones of a VPC and its resolver rules as Route 53 does: the zone with the longest
 * name answers for all that is in it, also that there is nothing, and a rule as long as that goes before it
 * (https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/hosted-zone-private-considerations.html).
 *
 * @param name - in lower case, without the dot at the end
 */
export function resolveName(
  name: string,
  known: Route53,
  before: NamePath = START,
): NameEnd[] {
  const path = { ...before, way: [...before.way, name] };
  const end = (leads: NameEnd['leads']): NameEnd[] => [{ ...path, leads }];
  if (before.way.includes(name) || path.way.length > MOST_STEPS)
    return end({ to: 'nothing', why: `${name} leads back to itself` });
  const zone = zoneOf(name, known.zones);
  const why = decidingRule(name, zone, known.rules);
  if (why !== undefined) return end({ to: 'unread', why });
  if (!zone) return end({ to: 'name', name });
  const title = `private zone ${zone.name} (${zone.id})`;
  if (!zone.records)
    return end({
      to: 'unread',
      why: `the records of ${title} were not read: ${zone.unread}`,
    });
  if (isDelegated(name, zone, zone.records))
    return end({
      to: 'unread',
      why: `${title} leaves ${name} to other name servers`,
    });
  const records = recordsFor(name, zone, zone.records);
  if (records.length === 0)
    return end({ to: 'nothing', why: `${title} has no address of ${name}` });
  return records.flatMap(record =>
    followRecord(record, known, {
      way: path.way,
      by: path.by.includes(title) ? path.by : [...path.by, title],
      chosen: path.chosen || record.chosen,
    }),
  );
}

function followRecord(
  { alias, type, values }: LiveNameRecord,
  known: Route53,
  path: NamePath,
): NameEnd[] {
  if (alias) return followAlias(alias, known, path);
  return type === 'CNAME'
    ? values.flatMap(value => resolveName(value, known, path))
    : values.map(address => ({ ...path, leads: { to: 'address', address } }));
}

/** An alias names the zone in which it is looked up, that of a load balancer is no private one; no rule is asked. */
function followAlias(
  { zoneId, name }: NonNullable<LiveNameRecord['alias']>,
  known: Route53,
  path: NamePath,
): NameEnd[] {
  return known.zones.some(({ id }) => id === zoneId)
    ? resolveName(name, known, path)
    : [{ ...path, way: [...path.way, name], leads: { to: 'name', name } }];
}

function zoneOf(
  name: string,
  zones: readonly LivePrivateZone[],
): LivePrivateZone | undefined {
  const [longest] = zones
    .filter(zone => isWithin(name, zone.name))
    .sort((one, other) => other.name.length - one.name.length);
  return longest;
}

function isDelegated(
  name: string,
  zone: LivePrivateZone,
  records: readonly LiveNameRecord[],
): boolean {
  return records.some(
    record =>
      record.type === 'NS' &&
      record.name !== zone.name &&
      isWithin(name, record.name),
  );
}

/** The records with addresses of a name: its own, else those of the nearest `*` that stands for it. */
function recordsFor(
  name: string,
  zone: LivePrivateZone,
  records: readonly LiveNameRecord[],
): LiveNameRecord[] {
  const leading = (wanted: string) =>
    records.filter(
      record => record.name === wanted && ['A', 'CNAME'].includes(record.type),
    );
  const exists = (wanted: string) =>
    records.some(record => isWithin(record.name, wanted));
  if (exists(name)) return leading(name);
  let parent = parentOf(name);
  while (isWithin(parent, zone.name)) {
    const anyName = `*.${parent}`;
    if (records.some(record => record.name === anyName))
      return leading(anyName);
    // A name that is there keeps a `*` above it from standing for names below it.
    if (exists(parent)) return [];
    parent = parentOf(parent);
  }
  return [];
}

function parentOf(name: string): string {
  return name.split('.').slice(1).join('.');
}
