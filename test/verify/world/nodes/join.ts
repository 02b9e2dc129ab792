import type { Instance } from '@aws-sdk/client-ec2';
import { present } from '../../../testbed/awsClients.ts';
import type { Ground } from '../parts.ts';
import { type NodeWish, nodeManifest } from './node.ts';

/** What a machine says of itself when it joins. */
export type JoinWish = Pick<
  NodeWish,
  'instanceType' | 'labels' | 'taints' | 'osImage'
>;

/** Makes machines nodes of the cluster: their pods get addresses of their interface, their kubelets register. */
export async function joinMachines(
  ground: Ground,
  machines: readonly Instance[],
  wish: JoinWish,
): Promise<void> {
  const { clients, kube } = ground;
  await Promise.all(
    machines.map(async machine => {
      const pods = podRange(present(machine.PrivateIpAddress));
      await clients.ec2.assignPrivateIpAddresses({
        NetworkInterfaceId: machine.NetworkInterfaces?.[0]?.NetworkInterfaceId,
        PrivateIpAddresses: addressesOf(pods),
      });
      await kube.post('/api/v1/nodes', nodeOf(ground, machine, { wish, pods }));
    }),
  );
}

function nodeOf(
  { plan }: Ground,
  { InstanceId, Placement, PrivateDnsName, PrivateIpAddress }: Instance,
  { wish, pods }: { wish: JoinWish; pods: PodRange },
): object {
  const zone = present(Placement?.AvailabilityZone);
  return nodeManifest({
    ...wish,
    plan,
    zone,
    name: present(PrivateDnsName),
    address: present(PrivateIpAddress),
    providerId: `aws:///${zone}/${InstanceId}`,
    podCidr: `${pods.network}.${pods.first}/28`,
  });
}

/** Sixteen addresses of the upper half of a machine's /23, by the last part of its own address. */
interface PodRange {
  readonly network: string;
  readonly first: number;
}

function podRange(address: string): PodRange {
  const [first, second, third = 0, fourth = 0] = address.split('.').map(Number);
  return {
    network: `${first}.${second}.${third + 1}`,
    first: (fourth * 16) % 256,
  };
}

/** As many as one interface holds beside its own: those from the start of the range, as pods get them. */
function addressesOf({ network, first }: PodRange): string[] {
  return Array.from(
    { length: 14 },
    (_, index) => `${network}.${first + index}`,
  );
}
