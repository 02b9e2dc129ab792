import {
  DeleteStackCommand,
  UpdateTerminationProtectionCommand,
} from '@aws-sdk/client-cloudformation';
import { type Leftover, leftoverStacks } from '../leftoverStacks';
import { type StepKind, confirmed, missing } from '../step';

/** Deletes a stack that a failed creation left and that blocks its name. Refusals keep it from those of others. */
export const removeLeftover: StepKind<Leftover> = {
  kind: 'remove-leftover',
  diff: situation =>
    leftoverStacks(situation).filter(({ state }) => state === 'failed'),
  subject: ({ stack }) => stack.name,
  describe: ({ stack, why }) =>
    `remove the stack ${stack.name}, which is ${stack.status} (${why})`,
  async apply({ stack: { name: StackName } }, { aws }) {
    // eksctl protects every stack that it makes, and lifts that itself when it deletes.
    await aws.call(
      `cloudformation:UpdateTerminationProtection of ${StackName}`,
      () =>
        aws.cloudFormation.send(
          new UpdateTerminationProtectionCommand({
            StackName,
            EnableTerminationProtection: false,
          }),
        ),
    );
    const command = `cloudformation:DeleteStack of ${StackName}`;
    await aws.call(command, () =>
      aws.cloudFormation.send(new DeleteStackCommand({ StackName })),
    );
    return { command };
  },
  confirm({ stack }, { state }) {
    const left = state.stacks.find(({ name }) => name === stack.name);
    return left
      ? missing(
          `the stack is ${left.status}${left.reason ? ` (${left.reason})` : ''}`,
          left.status === 'DELETE_FAILED',
        )
      : confirmed(`CloudFormation has no stack ${stack.name} any more`);
  },
};

/** Deletes the role of something that was not created after all. */
export const removeUnusedRole: StepKind<Leftover> = {
  ...removeLeftover,
  kind: 'remove-unused-role',
  diff: situation =>
    leftoverStacks(situation).filter(({ state }) => state === 'unused'),
};
