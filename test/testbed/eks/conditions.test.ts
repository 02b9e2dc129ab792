import type { EKS } from '@aws-sdk/client-eks';
import { onTestbed } from '../onTestbed';
import { eventually } from './eventually';
import {
  createCluster,
  createSubnets,
  describe as read,
  eks,
  NAME,
  ROLE,
} from './smallCluster';

onTestbed('what EKS finds out by itself', ready => {
  let client: EKS;

  beforeEach(async () => {
    client = await eks(ready().testbed);
  });

  it('stands in the description of a cluster as long as the test says', async () => {
    await createCluster(client, await createSubnets(ready().ledger));
    const issue = { code: 'Ec2SubnetNotFound', message: 'A subnet is gone.' };
    await ready().testbed.settings({
      conditions: [{ resource: 'cluster', name: NAME, ...issue }],
    });
    expect(await read(client)).toMatchObject({
      status: 'ACTIVE',
      health: { issues: [{ ...issue, resourceIds: [NAME] }] },
    });
    await ready().testbed.settings({ conditions: [] });
    expect(await read(client)).toMatchObject({ health: { issues: [] } });
  });

  it('may be a status, and is about a node group of that name only', async () => {
    const subnets = await createSubnets(ready().ledger);
    await createCluster(client, subnets);
    const group = { clusterName: NAME, nodegroupName: 'workers' };
    await client.createNodegroup({ ...group, subnets, nodeRole: ROLE });
    const describeGroup = async () =>
      (await client.describeNodegroup(group)).nodegroup;
    await eventually(describeGroup, one => one?.status === 'ACTIVE');
    await ready().testbed.settings({
      conditions: [
        { resource: 'nodegroup', name: 'workers', status: 'DEGRADED' },
        { resource: 'nodegroup', name: 'others', status: 'UPDATING' },
        { resource: 'cluster', name: NAME, status: 'UPDATING' },
      ],
    });
    expect(await describeGroup()).toMatchObject({
      status: 'DEGRADED',
      health: { issues: [] },
    });
    expect(await read(client)).toMatchObject({ status: 'UPDATING' });
  });
});
