import {
  DescribeUpdateCommand,
  UpdateClusterConfigCommand,
  type UpdateClusterConfigCommandInput,
} from '@aws-sdk/client-eks';
import { waitFor } from '@scalardl-on-eks/action-toolkit';
import type { Applied, Tools } from './step';

const COMMAND = 'eks:UpdateClusterConfig';

/**
 * Changes the cluster by one call of EKS, where eksctl has no command for it or splits it in two, and waits
 * until the update has ended.
 */
export async function updateCluster(
  { aws, runs, situation }: Tools,
  input: Omit<UpdateClusterConfigCommandInput, 'name'>,
): Promise<Applied> {
  const { name } = situation.config.metadata;
  const { update } = await aws.call(`${COMMAND} of ${name}`, () =>
    aws.eks.send(new UpdateClusterConfigCommand({ ...input, name })),
  );
  return awaitUpdate({ aws, runs }, { name, updateId: update?.id });
}

interface Update {
  /** Name of the cluster. */
  name: string;
  updateId?: string;
  nodegroupName?: string;
}

/** Waits until an update of EKS has succeeded or failed. */
export async function awaitUpdate(
  { aws, runs }: Pick<Tools, 'aws' | 'runs'>,
  update: Update,
): Promise<Applied> {
  const { name, updateId, nodegroupName } = update;
  return waitFor(
    `the update ${updateId} of ${nodegroupName ?? name}`,
    async () => {
      const { update: seen } = await aws.call(
        `eks:DescribeUpdate of ${name}`,
        () =>
          aws.eks.send(
            new DescribeUpdateCommand({ name, updateId, nodegroupName }),
          ),
      );
      const status = seen?.status ?? 'unknown';
      if (status === 'InProgress') {
        return { done: false, seen: `it is ${status}` };
      }
      const errors = (seen?.errors ?? []).map(
        ({ errorCode, errorMessage }) => `${errorCode}: ${errorMessage}`,
      );
      const complaint =
        status === 'Successful'
          ? undefined
          : `the update ended as ${status}: ${errors.join('; ') || 'EKS gives no reason'}`;
      return { done: true, value: { command: COMMAND, complaint } };
    },
    { deadline: runs.deadline },
  );
}
