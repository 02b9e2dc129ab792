import type {
  LivePrefixList,
  LiveRouteTable,
  LiveSecurityGroup,
} from '@scalardl-on-eks/plugin-scalardl-common';
import { type Given, collector } from '../collector';
import type { SideAccess } from '../sideAccess';
import { forEach } from './batches';
import { list } from './call';
import { ec2 } from './clients';
import { present } from './present';

export const prefixLists = collector({
  fact: 'prefixLists',
  needs: ['cluster'],
  uses: ['routeTables', 'securityGroups'],
  aws: ['ec2:GetManagedPrefixListEntries'],
  async collect(access, given) {
    const named = new Set(namedLists(given));
    return forEach([...named], id => readList(access, id));
  },
});

/** What is named by a fact that was not read is missed by nobody: who judges by the one needs the other too. */
function namedLists({ routeTables, securityGroups }: Given): string[] {
  return [
    ...(routeTables.ok ? routeTables.value.flatMap(ofRoutes) : []),
    ...(securityGroups.ok ? securityGroups.value.flatMap(ofRules) : []),
  ];
}

function ofRoutes({ routes }: LiveRouteTable): string[] {
  return routes
    .map(({ destination }) => destination)
    .filter(destination => destination.startsWith('pl-'));
}

function ofRules({ ingress, egress }: LiveSecurityGroup): string[] {
  return [...ingress, ...egress].flatMap(({ prefixListIds }) => prefixListIds);
}

async function readList(
  access: SideAccess,
  id: string,
): Promise<LivePrefixList> {
  const { client, paginateGetManagedPrefixListEntries } = await ec2(access);
  const entries = await list(access, {
    action: 'ec2:GetManagedPrefixListEntries',
    about: `of ${id}`,
    pages: options =>
      paginateGetManagedPrefixListEntries(
        { client, pageSize: 100 },
        { PrefixListId: id },
        options,
      ),
    items: page => page.Entries,
  });
  return { id, cidrs: present(entries.map(({ Cidr }) => Cidr)) };
}
