import type { ResourceRecordSet } from '@aws-sdk/client-route-53';
import type { LiveNameRecord } from '@scalardl-on-eks/plugin-scalardl-common';

/** The other types may hold anything, and lead nowhere. */
const KEPT = ['A', 'CNAME'];

/** A record set as Route 53 lists it, in the words of the facts. */
export function liveNameRecord(record: ResourceRecordSet): LiveNameRecord {
  const { Name = '', Type = '', AliasTarget } = record;
  const isKept = KEPT.includes(Type);
  const values = isKept
    ? (record.ResourceRecords ?? []).map(({ Value = '' }) => Value)
    : [];
  return {
    name: plainZoneName(Name),
    type: Type,
    values: Type === 'CNAME' ? values.map(plainZoneName) : values,
    ...(isKept &&
      AliasTarget && {
        alias: {
          zoneId: AliasTarget.HostedZoneId ?? '',
          name: plainZoneName(AliasTarget.DNSName ?? ''),
        },
      }),
    chosen: record.SetIdentifier !== undefined,
  };
}

/**
 * A name of Route 53 in lower case and without the dot at the end; it writes whatever is no letter, digit or hyphen
 * as an octal number (https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DomainNameFormat.html).
 */
export function plainZoneName(name: string): string {
  return name
    .replace(/\\([0-7]{3})/g, (_, octal: string) =>
      String.fromCharCode(parseInt(octal, 8)),
    )
    .toLowerCase()
    .replace(/\.$/, '');
}
