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
        expected: `${table.name} ${supportedRange(table)}`,
        received: version,
        remedy: `Write a supported version; the table was read on ${table.readOn}.`,
      },
    ];
  });
