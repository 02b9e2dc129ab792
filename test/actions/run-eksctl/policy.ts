import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { RecordedCall } from '../../testbed/recordedCall.ts';

const README = join(
  dirname(require.resolve('@scalardl-on-eks/run-eksctl/package.json')),
  'README.md',
);

/** Needs no permission and cannot be denied (https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html). */
const FREE = 'sts:GetCallerIdentity';

interface Policy {
  Statement: { Sid: string; Action: string[] }[];
}

/** The actions of a statement of the policy in the action's README. */
export function policyActions(sid: string): string[] {
  const text = readFileSync(README, 'utf8');
  const json = /```json\n([\s\S]*?)```/.exec(text)?.[1] ?? '{}';
  const { Statement } = JSON.parse(json) as Policy;
  const found = Statement.find(({ Sid }) => Sid === sid);
  return [...(found?.Action ?? [])].sort();
}

/** What the action and its eksctl asked for, as IAM names it; a test's own calls are not among them. */
export function askedFor(
  calls: readonly RecordedCall[],
  write: boolean,
): string[] {
  const names = calls
    .filter(
      call =>
        call.write === write &&
        /scalardl-on-eks|eksctl/.test(call.userAgent) &&
        call.errorCode !== 'UnknownOperation',
    )
    .map(({ service, operation }) => `${service}:${operation}`);
  return [...new Set(names)].filter(name => name !== FREE).sort();
}

/**
 * Whether EKS uses the permission in the caller's name, so that no call shows it
 * (https://docs.aws.amazon.com/eks/latest/userguide/enable-kms.html).
 */
export function usedByAws(action: string): boolean {
  return ['kms:CreateGrant', 'kms:DescribeKey'].includes(action);
}
