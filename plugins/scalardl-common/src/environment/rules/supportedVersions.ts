import {
  EKSCTL_SUPPORT,
  KUBERNETES_SUPPORT,
  SCALARDL_SUPPORT,
  judgeVersion,
  supportedRange,
} from '../support';
import type { Rule } from './rule';

const TABLES = {
  kubernetesVersion: KUBERNETES_SUPPORT,
  eksctlVersion: EKSCTL_SUPPORT,
  productVersion: SCALARDL_SUPPORT,
} as const;

const GUIDELINES: ReadonlyMap<string, string> = new Map([
  ['kubernetesVersion', 'supported-kubernetes-version'],
]);

/** No version that the tables know to be unsupported; what they cannot judge is left to the plan stage. */
export const supportedVersions: Rule = ({ spec }, { today }) =>
  (Object.keys(TABLES) as (keyof typeof TABLES)[]).flatMap(key => {
    const version = spec?.[key];
    if (version === undefined) return [];
    const table = TABLES[key];
    const support = judgeVersion(table, version, today);
    if (support.verdict !== 'unsupported') return [];
    return [
      {
        path: ['spec', key],
        guideline: GUIDELINES.get(key),
        expected: `${table.name} ${supportedRange(table)}`,
        received: version,
        remedy: `Write one of these versions; a newer release of this project may know more (its table was read on ${table.readOn}).`,
      },
    ];
  });
