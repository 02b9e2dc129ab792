/**
 * Which versions this release of the project stands for. The tables are dated: they hold until a day,
 * and past it nobody can say from them alone whether a newer version is supported.
 */

export interface SupportedVersion {
  /** Minor version, such as 1.35. */
  version: string;
  /** Day on which support ends (standard support for Kubernetes, assistance for ScalarDL); missing where no day was published. */
  supportEnds?: string;
}

export interface SupportTable {
  name: string;
  /** Day on which the sources were read. */
  readOn: string;
  /** Last day on which the table is taken as complete. */
  validUntil: string;
  /** Oldest first, without gaps. */
  versions: readonly [SupportedVersion, ...SupportedVersion[]];
  sources: readonly string[];
}

const READ_ON = '2026-11-23';
const VALID_UNTIL = '2027-05-31';

export const KUBERNETES_SUPPORT: SupportTable = {
  name: 'Kubernetes',
  readOn: READ_ON,
  validUntil: VALID_UNTIL,
  versions: [
    { version: '1.33', supportEnds: '2026-07-29' },
    { version: '1.34', supportEnds: '2026-12-02' },
    { version: '1.35', supportEnds: '2027-03-27' },
    { version: '1.36' },
  ],
  sources: [
    'https://scalardl.scalar-labs.com/docs/latest/requirements/#kubernetes',
    'https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html',
  ],
};

export const SCALARDL_SUPPORT: SupportTable = {
  name: 'ScalarDL',
  readOn: READ_ON,
  validUntil: VALID_UNTIL,
  versions: [
    { version: '3.10', supportEnds: '2026-12-15' },
    { version: '3.11', supportEnds: '2027-03-21' },
    { version: '3.12', supportEnds: '2027-09-21' },
    { version: '3.13', supportEnds: '2028-02-01' },
    { version: '3.14' },
  ],
  sources: [
    'https://scalardl.scalar-labs.com/docs/latest/releases/release-support-policy/',
  ],
};

/** eksctl publishes no support dates: these are the releases that the generated ClusterConfigs were tried with. */
export const EKSCTL_SUPPORT: SupportTable = {
  name: 'eksctl',
  readOn: READ_ON,
  validUntil: VALID_UNTIL,
  versions: [{ version: '0.230' }],
  sources: ['https://github.com/eksctl-io/eksctl/releases'],
};

export type Support =
  | { verdict: 'supported'; supportEnds?: string }
  | { verdict: 'unsupported' | 'unknown'; reason: string };

/**
 * Judges a version by a table. Support never comes back, so a version older than the table is
 * unsupported on every day; everything else can be said only while the table is current.
 *
 * @param version - minor version or a release of it: `1.35`, `3.13.0`
 * @param today - ISO date; without it the table cannot be known to be current
 */
export function judgeVersion(
  table: SupportTable,
  version: string,
  today: string | undefined,
): Support {
  const [oldest] = table.versions;
  const range = supportedRange(table);
  if (compareVersions(minor(version), oldest.version) < 0)
    return {
      verdict: 'unsupported',
      reason: `${table.name} ${version} is older than ${range}`,
    };
  if (today === undefined || today > table.validUntil)
    return {
      verdict: 'unknown',
      reason: `the table of ${table.name} versions holds until ${table.validUntil}`,
    };
  const found = table.versions.find(entry => entry.version === minor(version));
  if (found) return { verdict: 'supported', supportEnds: found.supportEnds };
  return {
    verdict: 'unsupported',
    reason: `${table.name} ${version} is newer than ${range}`,
  };
}

/** The versions of a table in words: `1.33 to 1.36`. */
export function supportedRange(table: SupportTable): string {
  const first = table.versions[0].version;
  const last = table.versions.at(-1)?.version ?? first;
  return first === last ? first : `${first} to ${last}`;
}

/** Compares dotted versions number by number; negative where the first is older. */
export function compareVersions(first: string, second: string): number {
  const a = first.split('.').map(Number);
  const b = second.split('.').map(Number);
  for (let index = 0; index < Math.max(a.length, b.length); index += 1) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function minor(version: string): string {
  return version.split('.').slice(0, 2).join('.');
}
