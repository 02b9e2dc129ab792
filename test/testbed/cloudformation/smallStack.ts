import { CloudFormation, type Stack } from '@aws-sdk/client-cloudformation';
import { clientOptions, LEDGER, present } from '../awsClients.ts';
import type { TestbedControl } from '../controlClient.ts';
import { eventually } from '../eks/eventually.ts';

export const NAME = 'network';

/** A network, a group in it, and the group's id as an output that other stacks may import. */
export const RESOURCES = {
  Vpc: { Type: 'AWS::EC2::VPC', Properties: { CidrBlock: '10.1.0.0/16' } },
  Group: {
    Type: 'AWS::EC2::SecurityGroup',
    Properties: { GroupDescription: 'nodes', VpcId: { Ref: 'Vpc' } },
  },
};
export const OUTPUTS = {
  Group: {
    Value: { 'Fn::GetAtt': 'Group.GroupId' },
    Export: { Name: { 'Fn::Sub': '${AWS::StackName}::Group' } },
  },
};
const ROLE = {
  Type: 'AWS::IAM::Role',
  Properties: {
    AssumeRolePolicyDocument: {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { Service: 'eks.amazonaws.com' },
          Action: 'sts:AssumeRole',
        },
      ],
    },
  },
};
export const WITH_ROLE = { ...RESOURCES, Role: ROLE };

export function template(
  Resources: object = RESOURCES,
  Outputs: object = OUTPUTS,
): string {
  return JSON.stringify({ Resources, Outputs });
}

export async function cloudFormation(
  testbed: TestbedControl,
): Promise<CloudFormation> {
  return new CloudFormation(await clientOptions(testbed, LEDGER));
}

export async function readStack(
  client: CloudFormation,
  StackName = NAME,
): Promise<Stack> {
  const { Stacks } = await client.describeStacks({ StackName });
  return present(Stacks?.[0]);
}

/** The stack once nothing goes on in it any more. */
export async function settled(
  client: CloudFormation,
  StackName = NAME,
): Promise<Stack> {
  return eventually(
    () => readStack(client, StackName),
    ({ StackStatus }) => !StackStatus?.endsWith('_IN_PROGRESS'),
  );
}

/** The history of a stack, oldest first. */
export async function history(
  client: CloudFormation,
  StackName = NAME,
): Promise<string[]> {
  const { StackEvents = [] } = await client.describeStackEvents({ StackName });
  return StackEvents.map(
    ({ LogicalResourceId, ResourceStatus }) =>
      `${LogicalResourceId} ${ResourceStatus}`,
  ).reverse();
}
