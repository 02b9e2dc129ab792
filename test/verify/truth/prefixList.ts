import type { EC2 } from '@aws-sdk/client-ec2';
import { present } from '../../testbed/awsClients.ts';
import type { Undo } from '../world/kube.ts';

/** A customer's prefix list of IPv4 ranges, and the way to be rid of it. */
export async function createPrefixList(
  ec2: EC2,
  ...cidrs: readonly string[]
): Promise<{ id: string; remove: Undo }> {
  const { PrefixList } = await ec2.createManagedPrefixList({
    PrefixListName: 'ranges',
    AddressFamily: 'IPv4',
    MaxEntries: cidrs.length,
    Entries: cidrs.map(Cidr => ({ Cidr })),
  });
  const id = present(PrefixList?.PrefixListId);
  return {
    id,
    remove: async () =>
      void (await ec2.deleteManagedPrefixList({ PrefixListId: id })),
  };
}
