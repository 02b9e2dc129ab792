import type { Tag } from '@aws-sdk/client-ec2';

/** Tables with the same tags, so that one call serves all of them. */
export interface TableGroup {
  tables: string[];
  tags: Tag[];
}

/** Joins what is to be tagged, or untagged, to as few calls as there are different sets of tags. */
export function groupTables(
  marks: readonly { table: string; tag: Tag }[],
): TableGroup[] {
  const tagsByTable = new Map<string, Tag[]>();
  for (const { table, tag } of marks) {
    tagsByTable.set(table, [...(tagsByTable.get(table) ?? []), tag]);
  }
  const groups = new Map<string, TableGroup>();
  for (const [table, tags] of tagsByTable) {
    const name = JSON.stringify(tags);
    const group = groups.get(name) ?? { tables: [], tags };
    group.tables.push(table);
    groups.set(name, group);
  }
  return [...groups.values()];
}
