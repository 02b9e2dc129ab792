import type { CloudFormation } from '@aws-sdk/client-cloudformation';
import { onTestbed } from '../onTestbed';
import {
  cloudFormation,
  history,
  NAME,
  RESOURCES,
  settled,
  template,
} from './smallStack';

const ADDED = {
  ...RESOURCES,
  Table: {
    Type: 'AWS::EC2::RouteTable',
    Properties: { VpcId: { Ref: 'Vpc' } },
  },
};
const change = { StackName: NAME, ChangeSetName: 'change' };

onTestbed('a change set', ready => {
  let client: CloudFormation;

  beforeEach(async () => {
    client = await cloudFormation(ready().testbed);
    await client.createStack({ StackName: NAME, TemplateBody: template() });
    await settled(client);
  });

  const prepare = (resources: object) =>
    client.createChangeSet({ ...change, TemplateBody: template(resources) });

  it('tells what it would change, and changes nothing before it is executed', async () => {
    await prepare(ADDED);
    expect(await client.describeChangeSet(change)).toMatchObject({
      Status: 'CREATE_COMPLETE',
      ExecutionStatus: 'AVAILABLE',
      Changes: [
        {
          ResourceChange: {
            Action: 'Add',
            LogicalResourceId: 'Table',
            ResourceType: 'AWS::EC2::RouteTable',
          },
        },
      ],
    });
    expect(await history(client)).not.toContain(`${NAME} UPDATE_IN_PROGRESS`);
    await client.executeChangeSet(change);
    expect(await settled(client)).toMatchObject({
      StackStatus: 'UPDATE_COMPLETE',
    });
    expect(await history(client)).toContain('Table CREATE_COMPLETE');
  });

  it('removes what the template no longer holds', async () => {
    await prepare(ADDED);
    await client.executeChangeSet(change);
    await settled(client);
    await client.updateStack({ StackName: NAME, TemplateBody: template() });
    expect(await settled(client)).toMatchObject({
      StackStatus: 'UPDATE_COMPLETE',
    });
    expect(await history(client)).toContain('Table DELETE_COMPLETE');
  });

  it('without changes fails and says so', async () => {
    await prepare(RESOURCES);
    expect(await client.describeChangeSet(change)).toMatchObject({
      Status: 'FAILED',
      ExecutionStatus: 'UNAVAILABLE',
      StatusReason: expect.stringContaining("didn't contain changes"),
    });
    await expect(client.executeChangeSet(change)).rejects.toMatchObject({
      name: 'ValidationError',
    });
  });

  it('is refused while the stack is being updated', async () => {
    await ready().testbed.settings({ durations: { stack: 30 } });
    await prepare(ADDED);
    await client.executeChangeSet(change);
    await expect(
      client.createChangeSet({
        StackName: NAME,
        ChangeSetName: 'other',
        TemplateBody: template(),
      }),
    ).rejects.toMatchObject({
      name: 'ValidationError',
      message: expect.stringContaining(
        'is in UPDATE_IN_PROGRESS state and can not be updated.',
      ),
    });
    await expect(client.deleteStack({ StackName: NAME })).rejects.toMatchObject(
      {
        name: 'ValidationError',
        message: expect.stringContaining(
          'cannot be deleted while in status UPDATE_IN_PROGRESS',
        ),
      },
    );
  });

  it('is no way to say nothing', async () => {
    await expect(
      client.updateStack({ StackName: NAME, TemplateBody: template() }),
    ).rejects.toMatchObject({
      name: 'ValidationError',
      message: 'No updates are to be performed.',
    });
  });
});
