/**
 * The release notes of one version: what the changelogs of all packages say of it, each entry once. A changeset
 * that names several packages stands in the changelog of each.
 *
 * @param changelogs - texts as changesets writes them: `## 1.2.3`, then `### Minor Changes` and the like
 * @throws RangeError where no changelog knows the version
 */
export function releaseNotes(
  version: string,
  changelogs: readonly string[],
): string {
  const sections = changelogs.flatMap(text => sectionOf(text, version) ?? []);
  if (sections.length === 0) {
    throw new RangeError(
      `Expected a changelog with version ${version}, found none; run npm run release:version first.`,
    );
  }
  const entries = new Map<string, Set<string>>();
  for (const { title, items } of sections.flatMap(partsOf)) {
    const known = entries.get(title) ?? new Set();
    items.forEach(item => known.add(item));
    entries.set(title, known);
  }
  return Array.from(
    entries,
    ([title, items]) => `## ${title}\n\n${[...items].join('\n')}\n`,
  ).join('\n');
}

function sectionOf(changelog: string, version: string): string | undefined {
  return changelog
    .split(/^## /m)
    .find(section => section.split('\n', 1)[0]?.trim() === version);
}

interface Part {
  title: string;
  items: string[];
}

/** The entries of each kind; that a dependency of ours was raised with it is news to nobody. */
function partsOf(section: string): Part[] {
  return section
    .split(/^### /m)
    .slice(1)
    .map(part => {
      const [title = '', ...lines] = part.split('\n');
      const items = lines
        .join('\n')
        .split(/^(?=- )/m)
        .map(item => item.trim())
        .filter(item => item && !item.startsWith('- Updated dependencies'));
      return { title: title.trim(), items };
    })
    .filter(({ items }) => items.length > 0);
}
