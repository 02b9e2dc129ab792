import type { CloudFormation } from '@aws-sdk/client-cloudformation';
import type { EC2 } from '@aws-sdk/client-ec2';
import { createSecurityGroup, present } from '../awsClients';
import { onTestbed } from '../onTestbed';
import {
  cloudFormation,
  history,
  NAME,
  RESOURCES,
  settled,
  template,
} from './smallStack';

/** A subnet lies inside its VPC. */
const IMPOSSIBLE = {
  ...RESOURCES,
  Other: {
    Type: 'AWS::EC2::Subnet',
    Properties: { VpcId: { Ref: 'Vpc' }, CidrBlock: '192.168.0.0/24' },
  },
};

onTestbed('a stack that fails', ready => {
  let client: CloudFormation;
  let ec2: EC2;

  beforeEach(async () => {
    client = await cloudFormation(ready().testbed);
    ec2 = ready().ledger;
  });

  async function networks() {
    const { Vpcs } = await ec2.describeVpcs({
      Filters: [{ Name: 'is-default', Values: ['false'] }],
    });
    return present(Vpcs);
  }

  it('is rolled back, and stays in the way of the next one', async () => {
    await client.createStack({
      StackName: NAME,
      TemplateBody: template(IMPOSSIBLE),
    });
    expect(await settled(client)).toMatchObject({
      StackStatus: 'ROLLBACK_COMPLETE',
    });
    const events = await history(client);
    expect(events).toEqual(
      expect.arrayContaining([
        'Other CREATE_FAILED',
        `${NAME} ROLLBACK_IN_PROGRESS`,
        'Vpc DELETE_COMPLETE',
      ]),
    );
    expect(await networks()).toEqual([]);
    await expect(
      client.createStack({ StackName: NAME, TemplateBody: template() }),
    ).rejects.toMatchObject({ name: 'AlreadyExistsException' });
    await expect(
      client.updateStack({ StackName: NAME, TemplateBody: template() }),
    ).rejects.toMatchObject({
      name: 'ValidationError',
      message: expect.stringMatching(
        /is in ROLLBACK_COMPLETE state and can not be updated\.$/,
      ),
    });
  });

  it('tells the reason that the test gives', async () => {
    await ready().testbed.settings({
      failures: [
        {
          resource: 'stack',
          name: NAME,
          reason: 'The maximum number of VPCs has been reached.',
        },
      ],
    });
    await client.createStack({ StackName: NAME, TemplateBody: template() });
    await settled(client);
    const { StackEvents } = await client.describeStackEvents({
      StackName: NAME,
    });
    expect(
      StackEvents?.find(each => each.ResourceStatus === 'CREATE_FAILED'),
    ).toMatchObject({
      LogicalResourceId: 'Vpc',
      ResourceStatusReason: 'The maximum number of VPCs has been reached.',
    });
  });

  it('keeps what it has where it is not to be rolled back', async () => {
    await client.createStack({
      StackName: NAME,
      TemplateBody: template(IMPOSSIBLE),
      DisableRollback: true,
    });
    expect(await settled(client)).toMatchObject({
      StackStatus: 'CREATE_FAILED',
    });
    expect(await networks()).toHaveLength(1);
  });

  it('cannot be deleted while something of another owner is in its network', async () => {
    await client.createStack({ StackName: NAME, TemplateBody: template() });
    const { StackId } = await settled(client);
    const [network] = await networks();
    const foreign = await createSecurityGroup(
      ec2,
      present(network?.VpcId),
      'foreign',
    );
    await client.deleteStack({ StackName: NAME });
    expect(await settled(client)).toMatchObject({
      StackStatus: 'DELETE_FAILED',
      StackStatusReason: 'The following resource(s) failed to delete: [Vpc]. ',
    });
    const { StackResources } = await client.describeStackResources({
      StackName: NAME,
    });
    expect(StackResources).toMatchObject([
      {
        LogicalResourceId: 'Vpc',
        ResourceStatus: 'DELETE_FAILED',
        ResourceStatusReason: expect.stringContaining('DependencyViolation'),
      },
      { LogicalResourceId: 'Group', ResourceStatus: 'DELETE_COMPLETE' },
    ]);
    await ec2.deleteSecurityGroup({ GroupId: foreign });
    await client.deleteStack({ StackName: NAME });
    expect(await settled(client, present(StackId))).toMatchObject({
      StackStatus: 'DELETE_COMPLETE',
    });
    expect(await networks()).toEqual([]);
  });

  it('in an update goes back to what it was', async () => {
    await client.createStack({ StackName: NAME, TemplateBody: template() });
    await settled(client);
    await client.updateStack({
      StackName: NAME,
      TemplateBody: template(IMPOSSIBLE),
    });
    expect(await settled(client)).toMatchObject({
      StackStatus: 'UPDATE_ROLLBACK_COMPLETE',
    });
    const { TemplateBody } = await client.getTemplate({ StackName: NAME });
    expect(TemplateBody).toBe(template());
    expect(await networks()).toHaveLength(1);
  });
});
