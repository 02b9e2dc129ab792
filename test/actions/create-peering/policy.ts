import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export const README = join(
  dirname(require.resolve('@scalardl-on-eks/create-peering/package.json')),
  'README.md',
);

/** Needs no permission and cannot be denied (https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html). */
export const FREE = 'sts:GetCallerIdentity';

interface Policy {
  Statement: { Action: string | string[] }[];
}

/** The actions of each policy in the action's README, in order: the requester's, and the accepter's. */
export function readPolicies(): string[][] {
  const blocks = Array.from(
    readFileSync(README, 'utf8').matchAll(/```json\n([\s\S]*?)```/g),
    ([, json = '']) => json,
  );
  return blocks
    .filter(json => json.includes('"Statement"'))
    .map(json =>
      (JSON.parse(json) as Policy).Statement.flatMap(
        ({ Action }) => Action,
      ).sort(),
    );
}

/** Everything that the action may call. */
export function policyActions(): Set<string> {
  return new Set([FREE, ...readPolicies().flat()]);
}
