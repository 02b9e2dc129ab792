import { CloudFormation } from '@aws-sdk/client-cloudformation';
import { clientOptions, type Place } from '../../testbed/awsClients.ts';
import type { Testbed } from '../../testbed/startTestbed.ts';

/** What IAM calls making a thing, where its type in CloudFormation has another name. */
const OTHER_NAMES: Record<string, string> = {
  'AWS::EC2::EIP': 'ec2:AllocateAddress',
  'AWS::EC2::SecurityGroupIngress': 'ec2:AuthorizeSecurityGroupIngress',
  'AWS::EC2::SubnetRouteTableAssociation': 'ec2:AssociateRouteTable',
  'AWS::EC2::VPCGatewayAttachment': 'ec2:AttachInternetGateway',
  'AWS::IAM::Policy': 'iam:PutRolePolicy',
};

/** The IAM action that makes each type of thing in the stacks of an account. */
export async function creatingActions(
  testbed: Testbed,
  place: Place,
): Promise<string[]> {
  const client = new CloudFormation(await clientOptions(testbed, place));
  const { Stacks = [] } = await client.describeStacks({});
  const bodies = await Promise.all(
    Stacks.map(({ StackName }) => client.getTemplate({ StackName })),
  );
  const types = bodies.flatMap(({ TemplateBody = '{}' }) =>
    typesIn(TemplateBody),
  );
  return [...new Set(types)].map(actionOf).sort();
}

function typesIn(body: string): string[] {
  const { Resources } = JSON.parse(body) as {
    Resources: Record<string, { Type: string }>;
  };
  return Object.values(Resources).map(({ Type }) => Type);
}

function actionOf(type: string): string {
  const [, service = '', thing = ''] = type.split('::');
  const name = thing.replace(/^VPC/, 'Vpc');
  return OTHER_NAMES[type] ?? `${service.toLowerCase()}:Create${name}`;
}
