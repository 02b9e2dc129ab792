import {
  Route53,
  type ResourceRecordSet,
  type VPCRegion,
} from '@aws-sdk/client-route-53';
import { randomUUID } from 'node:crypto';
import { clientOptions } from '../../testbed/awsClients.ts';
import type { Undo } from '../world/kube.ts';
import type { World, WorldSide } from '../world/world.ts';

/** Makes a private zone of Route 53 into which the VPC of a side looks. */
export async function addPrivateZone(
  { testbed }: Pick<World, 'testbed'>,
  { place, network }: WorldSide,
  { name, records }: { name: string; records: readonly ResourceRecordSet[] },
): Promise<Undo> {
  const dns = new Route53(await clientOptions(testbed, place));
  const { HostedZone } = await dns.createHostedZone({
    Name: name,
    CallerReference: randomUUID(),
    VPC: { VPCId: network.vpcId, VPCRegion: place.region as VPCRegion },
    HostedZoneConfig: { PrivateZone: true },
  });
  const HostedZoneId = HostedZone?.Id;
  const change = async (Action: 'CREATE' | 'DELETE') => {
    const Changes = records.map(ResourceRecordSet => ({
      Action,
      ResourceRecordSet,
    }));
    if (Changes.length === 0) return;
    await dns.changeResourceRecordSets({
      HostedZoneId,
      ChangeBatch: { Changes },
    });
  };
  await change('CREATE');
  return async () => {
    await change('DELETE');
    await dns.deleteHostedZone({ Id: HostedZoneId });
    dns.destroy();
  };
}

export function cname(Name: string, Value: string): ResourceRecordSet {
  return { Name, Type: 'CNAME', TTL: 60, ResourceRecords: [{ Value }] };
}
