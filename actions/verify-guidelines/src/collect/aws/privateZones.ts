import type {
  HostedZoneSummary,
  ListResourceRecordSetsRequest,
  ResourceRecordSet,
  VPCRegion,
} from '@aws-sdk/client-route-53';
import type {
  LiveNameRecord,
  LivePrivateZone,
} from '@scalardl-on-eks/plugin-scalardl-common';
import { collector, valueOf } from '../collector';
import type { SideAccess } from '../sideAccess';
import { forEach } from './batches';
import { call } from './call';
import { route53 } from './clients';
import { liveNameRecord, plainZoneName } from './liveNameRecord';

export const privateZones = collector({
  fact: 'privateZones',
  needs: ['cluster'],
  aws: ['route53:ListHostedZonesByVPC', 'route53:ListResourceRecordSets'],
  async collect(access, given) {
    const { vpcId, region, accountId } = valueOf(given, 'cluster');
    const zones = await readZones(access, { vpcId, region });
    return forEach(zones, async zone => {
      const { owner } = zone;
      return owner === accountId
        ? { ...zone, ...(await readRecordsOf(access, zone)) }
        : {
            ...zone,
            unread: `it belongs to ${owner}, and only that may read it`,
          };
    });
  },
});

interface Network {
  vpcId: string;
  region: string;
}

async function readZones(
  access: SideAccess,
  network: Network,
): Promise<LivePrivateZone[]> {
  const zones: HostedZoneSummary[] = [];
  let next: string | undefined;
  do {
    const page = await readZonePage(access, network, next);
    zones.push(...(page.HostedZoneSummaries ?? []));
    next = page.NextToken;
  } while (next);
  return zones.map(({ HostedZoneId = '', Name = '', Owner = {} }) => ({
    id: HostedZoneId,
    name: plainZoneName(Name),
    owner: Owner.OwningAccount ?? Owner.OwningService ?? '',
  }));
}

async function readZonePage(
  access: SideAccess,
  { vpcId, region }: Network,
  NextToken: string | undefined,
) {
  const { client, ListHostedZonesByVPCCommand } = await route53(access);
  const command = new ListHostedZonesByVPCCommand({
    VPCId: vpcId,
    VPCRegion: region as VPCRegion,
    NextToken,
  });
  return call(
    access,
    { action: 'route53:ListHostedZonesByVPC', about: `of ${vpcId}` },
    options => client.send(command, options),
  );
}

/** One zone that cannot be read leaves the others known. */
async function readRecordsOf(
  access: SideAccess,
  { id }: LivePrivateZone,
): Promise<Pick<LivePrivateZone, 'records' | 'unread'>> {
  try {
    return { records: await readRecords(access, id) };
  } catch (error) {
    if (access.signal.aborted) throw error;
    return { unread: error instanceof Error ? error.message : String(error) };
  }
}

/** Larger zones are not read to their end: AWS allows an account five calls a second. */
const MOST_PAGES = 20;

async function readRecords(
  access: SideAccess,
  HostedZoneId: string,
): Promise<LiveNameRecord[]> {
  const records: ResourceRecordSet[] = [];
  let from: ListResourceRecordSetsRequest = { HostedZoneId };
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    const page = await readRecordPage(access, from);
    records.push(...(page.ResourceRecordSets ?? []));
    if (!page.IsTruncated) return records.map(liveNameRecord);
    from = {
      HostedZoneId,
      StartRecordName: page.NextRecordName,
      StartRecordType: page.NextRecordType,
      StartRecordIdentifier: page.NextRecordIdentifier,
    };
  }
  throw new Error(
    `route53:ListResourceRecordSets of ${HostedZoneId}: expected at most ${MOST_PAGES} pages of records, found more, which were not read.`,
  );
}

async function readRecordPage(
  access: SideAccess,
  from: ListResourceRecordSetsRequest,
) {
  const { client, ListResourceRecordSetsCommand } = await route53(access);
  const command = new ListResourceRecordSetsCommand(from);
  return call(
    access,
    {
      action: 'route53:ListResourceRecordSets',
      about: `of ${from.HostedZoneId}`,
    },
    options => client.send(command, options),
  );
}
