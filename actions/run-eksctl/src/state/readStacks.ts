import {
  type Stack as CfnStack,
  DescribeStacksCommand,
  type StackStatus,
  paginateListStacks,
} from '@aws-sdk/client-cloudformation';
import type { AwsClients } from './awsClients';
import { type Stack, clusterStackName } from './clusterState';
import { presentOnly } from './presentOnly';
import { readFailure } from './readFailure';

/** eksctl's tag with the cluster's name, on every stack that it makes. */
export const CLUSTER_NAME_TAG = 'alpha.eksctl.io/cluster-name';

/** All but DELETE_COMPLETE, which CloudFormation lists for ninety days. */
const PRESENT: StackStatus[] = [
  'CREATE_COMPLETE',
  'CREATE_FAILED',
  'CREATE_IN_PROGRESS',
  'DELETE_FAILED',
  'DELETE_IN_PROGRESS',
  'IMPORT_COMPLETE',
  'IMPORT_IN_PROGRESS',
  'IMPORT_ROLLBACK_COMPLETE',
  'IMPORT_ROLLBACK_FAILED',
  'IMPORT_ROLLBACK_IN_PROGRESS',
  'REVIEW_IN_PROGRESS',
  'ROLLBACK_COMPLETE',
  'ROLLBACK_FAILED',
  'ROLLBACK_IN_PROGRESS',
  'UPDATE_COMPLETE',
  'UPDATE_COMPLETE_CLEANUP_IN_PROGRESS',
  'UPDATE_FAILED',
  'UPDATE_IN_PROGRESS',
  'UPDATE_ROLLBACK_COMPLETE',
  'UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS',
  'UPDATE_ROLLBACK_FAILED',
  'UPDATE_ROLLBACK_IN_PROGRESS',
];

/**
 * The stacks of the cluster: those with eksctl's tag of its name, and whatever has the name that eksctl
 * would give the cluster's own stack. A prefix alone would find those of `payments-ledger` for `payments`.
 */
export async function readStacks(
  aws: AwsClients,
  cluster: string,
): Promise<Stack[]> {
  const { cloudFormation, call } = aws;
  const prefix = `eksctl-${cluster}-`;
  const names = await call('cloudformation:ListStacks', async () => {
    const found: string[] = [];
    const pages = paginateListStacks(
      { client: cloudFormation },
      { StackStatusFilter: PRESENT },
    );
    for await (const { StackSummaries = [] } of pages) {
      found.push(...StackSummaries.map(({ StackName = '' }) => StackName));
    }
    return found.filter(name => name.startsWith(prefix));
  });
  const stacks = await presentOnly(names, StackName =>
    call(`cloudformation:DescribeStacks of ${StackName}`, async () => {
      const command = new DescribeStacksCommand({ StackName });
      const { Stacks = [] } = await cloudFormation.send(command);
      return Stacks[0] && understand(Stacks[0]);
    }),
  );
  const own = stacks.filter(
    ({ name, tags }) =>
      tags[CLUSTER_NAME_TAG] === cluster || name === clusterStackName(cluster),
  );
  return presentOnly(own, stack => withFailure(aws, stack));
}

/** A stack that failed tells in its events why. */
async function withFailure(aws: AwsClients, stack: Stack): Promise<Stack> {
  if (!/_FAILED$|ROLLBACK_COMPLETE$/.test(stack.status)) return stack;
  const reason = await readFailure(aws, stack.name);
  return { ...stack, reason: reason ?? stack.reason };
}

function understand(stack: CfnStack): Stack {
  const changed = stack.DeletionTime ?? stack.LastUpdatedTime;
  return {
    name: stack.StackName ?? '',
    status: stack.StackStatus ?? 'unknown',
    reason: stack.StackStatusReason,
    changedAt: (changed ?? stack.CreationTime)?.getTime() ?? 0,
    tags: pairs(stack.Tags, ({ Key, Value }) => [Key, Value]),
    outputs: pairs(stack.Outputs, ({ OutputKey, OutputValue }) => [
      OutputKey,
      OutputValue,
    ]),
  };
}

function pairs<T>(
  list: readonly T[] = [],
  pair: (item: T) => [string?, string?],
): Record<string, string> {
  const entries = list.map(item => {
    const [key = '', value = ''] = pair(item);
    return [key, value];
  });
  return Object.fromEntries(entries);
}
