import type { CloudFormation } from '@aws-sdk/client-cloudformation';
import type { EKS } from '@aws-sdk/client-eks';
import { LEDGER, present } from '../awsClients';
import { eventually } from '../eks/eventually';
import { createSubnets, eks, ROLE } from '../eks/smallCluster';
import { onTestbed } from '../onTestbed';
import {
  cloudFormation,
  history,
  NAME,
  readStack,
  settled,
  template,
} from './smallStack';

const CLUSTER = 'small';
const GROUP = 'workers';
const ATTRIBUTES = [
  'Arn',
  'Endpoint',
  'CertificateAuthorityData',
  'ClusterSecurityGroupId',
  'OpenIdConnectIssuerUrl',
];

onTestbed('a stack with a cluster', ready => {
  let client: CloudFormation;
  let api: EKS;
  let subnets: string[];

  beforeEach(async () => {
    client = await cloudFormation(ready().testbed);
    api = await eks(ready().testbed);
    subnets = await createSubnets(ready().ledger);
  });

  const resources = (releaseVersion?: string) => ({
    Cluster: {
      Type: 'AWS::EKS::Cluster',
      Properties: {
        Name: CLUSTER,
        Version: '1.35',
        RoleArn: ROLE,
        ResourcesVpcConfig: { SubnetIds: subnets, EndpointPrivateAccess: true },
        AccessConfig: { AuthenticationMode: 'API' },
        Logging: { ClusterLogging: { EnabledTypes: [{ Type: 'audit' }] } },
        Tags: [{ Key: 'side', Value: 'ledger' }],
      },
    },
    Group: {
      Type: 'AWS::EKS::Nodegroup',
      Properties: {
        ClusterName: { Ref: 'Cluster' },
        NodegroupName: GROUP,
        NodeRole: ROLE,
        Subnets: subnets,
        Labels: { 'Example.com/Kept-As-It-Is': 'yes' },
        ScalingConfig: { MinSize: 2, DesiredSize: 2, MaxSize: 4 },
        ...(releaseVersion && { ReleaseVersion: releaseVersion }),
      },
    },
    Entry: {
      Type: 'AWS::EKS::AccessEntry',
      Properties: {
        ClusterName: { Ref: 'Cluster' },
        PrincipalArn: `arn:aws:iam::${LEDGER.account}:role/ci`,
        AccessPolicies: [
          {
            PolicyArn:
              'arn:aws:eks::aws:cluster-access-policy/AmazonEKSViewPolicy',
            AccessScope: { Type: 'cluster' },
          },
        ],
      },
    },
    Association: {
      Type: 'AWS::EKS::PodIdentityAssociation',
      Properties: {
        ClusterName: { Ref: 'Cluster' },
        Namespace: 'kube-system',
        ServiceAccount: 'controller',
        RoleArn: ROLE,
      },
    },
    Addon: {
      Type: 'AWS::EKS::Addon',
      Properties: { ClusterName: { Ref: 'Cluster' }, AddonName: 'kube-proxy' },
    },
  });

  const outputs = Object.fromEntries(
    ATTRIBUTES.map(name => [
      name,
      { Value: { 'Fn::GetAtt': ['Cluster', name] } },
    ]),
  );

  async function create() {
    await client.createStack({
      StackName: NAME,
      TemplateBody: template(resources(), outputs),
    });
    return settled(client);
  }

  const group = async () => {
    const { nodegroup } = await api.describeNodegroup({
      clusterName: CLUSTER,
      nodegroupName: GROUP,
    });
    return present(nodegroup);
  };

  it('is complete when everything is active, and knows the address of the cluster', async () => {
    const { StackStatus, Outputs } = await create();
    expect(StackStatus).toBe('CREATE_COMPLETE');
    const { cluster } = await api.describeCluster({ name: CLUSTER });
    expect(
      Object.fromEntries(
        present(Outputs).map(each => [each.OutputKey, each.OutputValue]),
      ),
    ).toEqual({
      Arn: cluster?.arn,
      Endpoint: cluster?.endpoint,
      CertificateAuthorityData: cluster?.certificateAuthority?.data,
      ClusterSecurityGroupId:
        cluster?.resourcesVpcConfig?.clusterSecurityGroupId,
      OpenIdConnectIssuerUrl: cluster?.identity?.oidc?.issuer,
    });
    expect(cluster).toMatchObject({
      tags: { side: 'ledger' },
      logging: {
        clusterLogging: [
          { types: ['audit'], enabled: true },
          { enabled: false },
        ],
      },
    });
    expect(await group()).toMatchObject({
      status: 'ACTIVE',
      labels: { 'Example.com/Kept-As-It-Is': 'yes' },
    });
  });

  it('is rolled back when its node group comes to nothing', async () => {
    await ready().testbed.settings({
      failures: [{ resource: 'nodegroup', reason: 'nodes do not join' }],
    });
    expect(await create()).toMatchObject({ StackStatus: 'ROLLBACK_COMPLETE' });
    const { StackEvents } = await client.describeStackEvents({
      StackName: NAME,
    });
    expect(
      StackEvents?.find(each => each.ResourceStatus === 'CREATE_FAILED'),
    ).toMatchObject({
      LogicalResourceId: 'Group',
      ResourceStatusReason: expect.stringContaining(
        'Issue(Code=NodeCreationFailure, Message=nodes do not join',
      ),
    });
    expect((await api.listClusters({})).clusters).toEqual([]);
  });

  it('is complete over a node group that failed silently', async () => {
    await ready().testbed.settings({
      failures: [
        { resource: 'nodegroup', reason: 'nodes do not join', silent: true },
      ],
    });
    expect(await create()).toMatchObject({ StackStatus: 'CREATE_COMPLETE' });
    expect(await group()).toMatchObject({ status: 'CREATE_FAILED' });
  });

  it('replaces the machines when the release of the node group changes', async () => {
    await create();
    const before = await group();
    await client.updateStack({
      StackName: NAME,
      TemplateBody: template(resources('1.35.0-20260101'), outputs),
    });
    expect(await settled(client)).toMatchObject({
      StackStatus: 'UPDATE_COMPLETE',
    });
    expect(await group()).toMatchObject({ releaseVersion: '1.35.0-20260101' });
    expect(before.releaseVersion).not.toBe('1.35.0-20260101');
    expect(await history(client)).toContain('Group UPDATE_COMPLETE');
  });

  it('is deleted though its cluster is still being created', async () => {
    await ready().testbed.settings({ durations: { cluster: 4 } });
    const { StackId } = await client.createStack({
      StackName: NAME,
      TemplateBody: template(resources(), outputs),
    });
    await eventually(
      async () => (await api.listClusters({})).clusters,
      clusters => clusters?.length === 1,
    );
    await client.deleteStack({ StackName: NAME });
    expect(await settled(client, present(StackId))).toMatchObject({
      StackStatus: 'DELETE_COMPLETE',
    });
    expect((await api.listClusters({})).clusters).toEqual([]);
  });

  it('removes the cluster with everything in it', async () => {
    const { StackId } = await create();
    await client.deleteStack({ StackName: NAME });
    expect(await settled(client, present(StackId))).toMatchObject({
      StackStatus: 'DELETE_COMPLETE',
    });
    expect((await api.listClusters({})).clusters).toEqual([]);
    await expect(readStack(client)).rejects.toMatchObject({
      name: 'ValidationError',
    });
  });
});
