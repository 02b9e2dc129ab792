import {
  DescribeStackEventsCommand,
  type StackEvent,
} from '@aws-sdk/client-cloudformation';
import type { AwsClients } from './awsClients';

/** Failures that another one caused. */
const CONSEQUENCE = /cancelled/i;

/**
 * What failed first in a stack, as `ManagedNodeGroup: reason`: neither the stack's own status nor eksctl says
 * more than that something did.
 */
export async function readFailure(
  { cloudFormation, call }: AwsClients,
  StackName: string,
): Promise<string | undefined> {
  return call(
    `cloudformation:DescribeStackEvents of ${StackName}`,
    async () => {
      const command = new DescribeStackEventsCommand({ StackName });
      const { StackEvents = [] } = await cloudFormation.send(command);
      // The newest come first.
      const first = StackEvents.filter(isCause).at(-1);
      return (
        first && `${first.LogicalResourceId}: ${first.ResourceStatusReason}`
      );
    },
  );
}

function isCause({ ResourceStatus, ResourceStatusReason }: StackEvent) {
  return (
    ResourceStatus?.endsWith('_FAILED') &&
    !CONSEQUENCE.test(ResourceStatusReason ?? '')
  );
}
