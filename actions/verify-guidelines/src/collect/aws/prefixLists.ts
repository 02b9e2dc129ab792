import type { ManagedPrefixList } from '@aws-sdk/client-ec2';
import { isAccessDenied } from '@scalardl-on-eks/action-toolkit/aws';
import type {
  LiveRouteTable,
  LiveSecurityGroup,
} from '@scalardl-on-eks/plugin-scalardl-common';
import { type Given, collector } from '../collector';
import type { SideAccess } from '../sideAccess';
import { batches, forEach } from './batches';
import { list } from './call';
import { ec2 } from './clients';
import { present } from './present';

export const prefixLists = collector({
  fact: 'prefixLists',
  needs: ['cluster'],
  uses: ['routeTables', 'securityGroups'],
  aws: ['ec2:DescribeManagedPrefixLists', 'ec2:GetManagedPrefixListEntries'],
  async collect(access, given) {
    const named = [...new Set(namedLists(given))];
    const [entries, lists] = await Promise.all([
      forEach(named, id => readEntries(access, id)),
      describeLists(access, named),
    ]);
    return named.map((id, index) => {
      const described = lists.find(({ PrefixListId }) => PrefixListId === id);
      return {
        id,
        cidrs: entries[index] ?? [],
        ownerId: described?.OwnerId,
        maxEntries: described?.MaxEntries,
      };
    });
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

async function readEntries(access: SideAccess, id: string): Promise<string[]> {
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
  return present(entries.map(({ Cidr }) => Cidr));
}

/** Values that one filter may have. */
const BATCH = 100;

/** Nothing where they may not be read, so that what the lists hold stays known. */
async function describeLists(
  access: SideAccess,
  ids: readonly string[],
): Promise<ManagedPrefixList[]> {
  const { client, paginateDescribeManagedPrefixLists } = await ec2(access);
  try {
    const found = await forEach(batches(ids, BATCH), Values =>
      list(access, {
        action: 'ec2:DescribeManagedPrefixLists',
        about: `of ${Values.join(', ')}`,
        pages: options =>
          paginateDescribeManagedPrefixLists(
            { client, pageSize: 100 },
            { Filters: [{ Name: 'prefix-list-id', Values }] },
            options,
          ),
        items: page => page.PrefixLists,
      }),
    );
    return found.flat();
  } catch (error) {
    if (error instanceof Error && isAccessDenied(error.cause)) return [];
    throw error;
  }
}
