import type { EKS } from '@aws-sdk/client-eks';
import { LEDGER } from '../awsClients';
import { onTestbed } from '../onTestbed';
import { createCluster, createSubnets, eks, NAME } from './smallCluster';

const CREATOR = `arn:aws:iam::${LEDGER.account}:role/administrator`;
const principalArn = `arn:aws:iam::${LEDGER.account}:role/ci/deploy`;
const POLICIES = 'arn:aws:eks::aws:cluster-access-policy';

onTestbed('an access entry', ready => {
  let client: EKS;

  beforeEach(async () => {
    client = await eks(ready().testbed);
    await createCluster(client, await createSubnets(ready().ledger));
  });

  const entry = { clusterName: NAME, principalArn };

  it('makes an administrator of the role that created the cluster', async () => {
    expect(await client.listAccessEntries({ clusterName: NAME })).toMatchObject(
      { accessEntries: [CREATOR] },
    );
    const { associatedAccessPolicies } =
      await client.listAssociatedAccessPolicies({
        clusterName: NAME,
        principalArn: CREATOR,
      });
    expect(associatedAccessPolicies).toMatchObject([
      {
        policyArn: `${POLICIES}/AmazonEKSClusterAdminPolicy`,
        accessScope: { type: 'cluster' },
      },
    ]);
  });

  it('is named by an ARN with a path, and holds groups and policies', async () => {
    await client.createAccessEntry({ ...entry, kubernetesGroups: ['viewers'] });
    expect(await client.describeAccessEntry(entry)).toMatchObject({
      accessEntry: {
        type: 'STANDARD',
        kubernetesGroups: ['viewers'],
        username: `arn:aws:sts::${LEDGER.account}:assumed-role/deploy/{{SessionName}}`,
      },
    });
    const policyArn = `${POLICIES}/AmazonEKSViewPolicy`;
    await client.associateAccessPolicy({
      ...entry,
      policyArn,
      accessScope: { type: 'cluster' },
    });
    expect(
      await client.listAccessEntries({
        clusterName: NAME,
        associatedPolicyArn: policyArn,
      }),
    ).toMatchObject({ accessEntries: [principalArn] });
    await client.disassociateAccessPolicy({ ...entry, policyArn });
    expect(await client.listAssociatedAccessPolicies(entry)).toMatchObject({
      associatedAccessPolicies: [],
    });
  });

  it('is gone when it is deleted', async () => {
    await client.createAccessEntry(entry);
    await client.deleteAccessEntry(entry);
    await expect(client.describeAccessEntry(entry)).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
  });

  it.each([
    ['a second time', { principalArn: CREATOR }, 'ResourceInUseException'],
    [
      'in a group of the system',
      { kubernetesGroups: ['system:masters'] },
      'InvalidParameterException',
    ],
    [
      'of a node with a group',
      { type: 'EC2_LINUX', kubernetesGroups: ['viewers'] },
      'InvalidParameterException',
    ],
  ])('is refused %s', async (_, overrides, name) => {
    await expect(
      client.createAccessEntry({ ...entry, ...overrides }),
    ).rejects.toMatchObject({ name });
  });

  it('carries only policies that EKS knows', async () => {
    await client.createAccessEntry(entry);
    const { accessPolicies } = await client.listAccessPolicies({});
    expect(accessPolicies?.map(({ name }) => name)).toContain(
      'AmazonEKSClusterAdminPolicy',
    );
    await expect(
      client.associateAccessPolicy({
        ...entry,
        policyArn: `${POLICIES}/Unknown`,
        accessScope: { type: 'cluster' },
      }),
    ).rejects.toMatchObject({ name: 'InvalidParameterException' });
  });
});
