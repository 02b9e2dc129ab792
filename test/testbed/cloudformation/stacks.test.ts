import type { CloudFormation } from '@aws-sdk/client-cloudformation';
import { present } from '../awsClients';
import { SEEN_SECONDS } from '../eks/smallCluster';
import { onTestbed } from '../onTestbed';
import {
  cloudFormation,
  history,
  NAME,
  OUTPUTS,
  readStack,
  RESOURCES,
  settled,
  template,
  WITH_ROLE,
} from './smallStack';

onTestbed('a stack', ready => {
  let client: CloudFormation;

  beforeEach(async () => {
    client = await cloudFormation(ready().testbed);
  });

  const create = (StackName = NAME, TemplateBody = template()) =>
    client.createStack({ StackName, TemplateBody });

  it('is created by and by, each resource after what it needs', async () => {
    await ready().testbed.settings({ durations: { stack: SEEN_SECONDS } });
    await create();
    expect(await readStack(client)).toMatchObject({
      StackStatus: 'CREATE_IN_PROGRESS',
    });
    expect(await settled(client)).toMatchObject({
      StackStatus: 'CREATE_COMPLETE',
      Outputs: [
        {
          OutputKey: 'Group',
          OutputValue: expect.stringMatching(/^sg-/),
          ExportName: `${NAME}::Group`,
        },
      ],
    });
    expect(await history(client)).toEqual([
      `${NAME} CREATE_IN_PROGRESS`,
      'Vpc CREATE_IN_PROGRESS',
      'Vpc CREATE_COMPLETE',
      'Group CREATE_IN_PROGRESS',
      'Group CREATE_COMPLETE',
      `${NAME} CREATE_COMPLETE`,
    ]);
  });

  it('tags what it makes', async () => {
    await client.createStack({
      StackName: NAME,
      TemplateBody: template(),
      Tags: [{ Key: 'owner', Value: 'payments' }],
    });
    await settled(client);
    const { Vpcs } = await ready().ledger.describeVpcs({
      Filters: [
        { Name: 'tag:aws:cloudformation:stack-name', Values: [NAME] },
        { Name: 'tag:aws:cloudformation:logical-id', Values: ['Vpc'] },
        { Name: 'tag:owner', Values: ['payments'] },
      ],
    });
    expect(Vpcs).toHaveLength(1);
  });

  it('is deleted by and by, and afterwards known by its id alone', async () => {
    await create();
    const { StackId } = await settled(client);
    await ready().testbed.settings({ durations: { delete: SEEN_SECONDS } });
    await client.deleteStack({ StackName: NAME });
    expect(await readStack(client)).toMatchObject({
      StackStatus: 'DELETE_IN_PROGRESS',
    });
    expect(await settled(client, present(StackId))).toMatchObject({
      StackStatus: 'DELETE_COMPLETE',
      DeletionTime: expect.any(Date),
    });
    await expect(readStack(client)).rejects.toMatchObject({
      name: 'ValidationError',
      message: `Stack with id ${NAME} does not exist`,
    });
    const { Vpcs } = await ready().ledger.describeVpcs({
      Filters: [{ Name: 'is-default', Values: ['false'] }],
    });
    expect(Vpcs).toEqual([]);
  });

  it('whose name is taken is refused, and is free again after the deletion', async () => {
    await create();
    await expect(create()).rejects.toMatchObject({
      name: 'AlreadyExistsException',
      message: `Stack [${NAME}] already exists`,
    });
    const { StackId } = await settled(client);
    await client.deleteStack({ StackName: NAME });
    await settled(client, present(StackId));
    await create();
    expect(await settled(client)).toMatchObject({
      StackStatus: 'CREATE_COMPLETE',
    });
  });

  it('is listed by status, deleted ones included', async () => {
    await create();
    const { StackId } = await settled(client);
    await client.deleteStack({ StackName: NAME });
    await settled(client, present(StackId));
    await create();
    await settled(client);
    const list = async (
      ...StackStatusFilter: ('CREATE_COMPLETE' | 'DELETE_COMPLETE')[]
    ) => {
      const { StackSummaries } = await client.listStacks({ StackStatusFilter });
      return StackSummaries?.map(({ StackStatus }) => StackStatus);
    };
    expect(await list()).toEqual(['CREATE_COMPLETE', 'DELETE_COMPLETE']);
    expect(await list('DELETE_COMPLETE')).toEqual(['DELETE_COMPLETE']);
    expect((await client.describeStacks({})).Stacks).toHaveLength(1);
  });

  it('is deleted while it is still being created', async () => {
    await ready().testbed.settings({ durations: { stack: 5 } });
    const { StackId } = await create();
    await client.deleteStack({ StackName: NAME });
    expect(await settled(client, present(StackId))).toMatchObject({
      StackStatus: 'DELETE_COMPLETE',
    });
  });

  it('that is protected is not deleted', async () => {
    await client.createStack({
      StackName: NAME,
      TemplateBody: template(),
      EnableTerminationProtection: true,
    });
    await settled(client);
    await expect(client.deleteStack({ StackName: NAME })).rejects.toMatchObject(
      {
        name: 'ValidationError',
        message: expect.stringContaining('TerminationProtection is enabled'),
      },
    );
    await client.updateTerminationProtection({
      StackName: NAME,
      EnableTerminationProtection: false,
    });
    await client.deleteStack({ StackName: NAME });
  });

  it('whose export is in use is not deleted', async () => {
    await create();
    await settled(client);
    const rule = {
      Type: 'AWS::EC2::SecurityGroupIngress',
      Properties: {
        GroupId: { 'Fn::ImportValue': `${NAME}::Group` },
        IpProtocol: 'tcp',
        FromPort: 443,
        ToPort: 443,
        CidrIp: '10.4.0.0/24',
      },
    };
    await create('rules', template({ Rule: rule }, {}));
    expect(await settled(client, 'rules')).toMatchObject({
      StackStatus: 'CREATE_COMPLETE',
    });
    await client.deleteStack({ StackName: NAME });
    expect(await settled(client)).toMatchObject({
      StackStatus: 'DELETE_FAILED',
      StackStatusReason: `Export ${NAME}::Group cannot be deleted as it is in use by rules`,
    });
  });

  it.each([
    [
      'with a type that the bed does not know',
      template({ Phone: { Type: 'AWS::Connect::PhoneNumber' } }, {}),
      'Template format error: Unrecognized resource types: [AWS::Connect::PhoneNumber]',
    ],
    [
      'with a reference to nothing',
      template({ Group: RESOURCES.Group }, {}),
      'Template format error: Unresolved resource dependencies [Vpc] in the Resources block of the template',
    ],
    [
      'without resources',
      template({}, OUTPUTS),
      'Template format error: At least one Resources member must be defined.',
    ],
  ])('%s is refused', async (_, body, message) => {
    await expect(create(NAME, body)).rejects.toMatchObject({
      name: 'ValidationError',
      message,
    });
    await expect(readStack(client)).rejects.toMatchObject({
      name: 'ValidationError',
    });
  });

  it('with a role is refused unless the caller acknowledges it', async () => {
    const request = { StackName: NAME, TemplateBody: template(WITH_ROLE) };
    await expect(client.createStack(request)).rejects.toMatchObject({
      name: 'InsufficientCapabilitiesException',
      message: 'Requires capabilities : [CAPABILITY_IAM]',
    });
    await client.createStack({ ...request, Capabilities: ['CAPABILITY_IAM'] });
    expect(await settled(client)).toMatchObject({
      StackStatus: 'CREATE_COMPLETE',
    });
  });
});
