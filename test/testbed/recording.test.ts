import { EKS } from '@aws-sdk/client-eks';
import { ElasticLoadBalancingV2 } from '@aws-sdk/client-elastic-load-balancing-v2';
import { ServiceQuotas } from '@aws-sdk/client-service-quotas';
import { STS } from '@aws-sdk/client-sts';
import { AUDITOR, clientOptions, createVpc, LEDGER } from './awsClients';
import { onTestbed } from './onTestbed';

onTestbed('the recording', ready => {
  it('holds each call with its parameters, its caller and what came of it', async () => {
    const { testbed, ledger } = ready();
    const env = await testbed.signIn(LEDGER.account);
    const before = await testbed.calls();
    const { Vpc } = await ledger.createVpc({
      CidrBlock: '10.1.0.0/16',
      TagSpecifications: [
        { ResourceType: 'vpc', Tags: [{ Key: 'Name', Value: 'payments' }] },
      ],
    });
    const [call, ...others] = await testbed.calls(before.at(-1)?.sequence);
    expect(others).toEqual([]);
    expect(call).toMatchObject({
      account: LEDGER.account,
      region: LEDGER.region,
      service: 'ec2',
      operation: 'CreateVpc',
      write: true,
      status: 200,
      parameters: {
        CidrBlock: '10.1.0.0/16',
        TagSpecifications: [
          { ResourceType: 'vpc', Tags: [{ Key: 'Name', Value: 'payments' }] },
        ],
      },
      resources: [Vpc?.VpcId],
      userAgent: expect.stringContaining('aws-sdk-js'),
    });
    expect(call?.session).toMatch(/^ASIA/);
    expect(call?.session).not.toBe(env.AWS_ACCESS_KEY_ID);
    expect(Math.abs(Date.now() - (call?.at ?? 0))).toBeLessThan(60_000);
  });

  it('names operations of every protocol', async () => {
    const { testbed } = ready();
    const options = await clientOptions(testbed, AUDITOR);
    const start = (await testbed.calls()).at(-1)?.sequence;
    await new STS(options).getCallerIdentity({});
    await new EKS(options).listClusters({ maxResults: 5 });
    await new EKS(options)
      .describeNodegroup({ clusterName: 'none', nodegroupName: 'none' })
      .catch(() => {});
    await new ServiceQuotas(options).getServiceQuota({
      ServiceCode: 'vpc',
      QuotaCode: 'L-93826ACB',
    });
    await new ElasticLoadBalancingV2(options)
      .describeLoadBalancers({
        Names: ['none'],
      })
      .catch(() => {});
    const calls = await testbed.calls(start);
    expect(
      calls.map(call => [call.service, call.operation, call.write]),
    ).toEqual([
      ['sts', 'GetCallerIdentity', false],
      ['eks', 'ListClusters', false],
      ['eks', 'DescribeNodegroup', false],
      ['servicequotas', 'GetServiceQuota', false],
      ['elasticloadbalancing', 'DescribeLoadBalancers', false],
    ]);
    expect(calls.map(call => call.parameters)).toEqual([
      {},
      expect.objectContaining({ maxResults: 5 }),
      { clusterName: 'none', nodegroupName: 'none' },
      { ServiceCode: 'vpc', QuotaCode: 'L-93826ACB' },
      { Names: ['none'] },
    ]);
    expect(calls.map(call => call.account)).toEqual(
      Array.from({ length: 5 }, () => AUDITOR.account),
    );
  });

  it('tells the account that a caller assumed a role in', async () => {
    const { testbed } = ready();
    const sts = new STS(await clientOptions(testbed, LEDGER));
    const { Credentials } = await sts.assumeRole({
      RoleArn: `arn:aws:iam::${AUDITOR.account}:role/peering`,
      RoleSessionName: 'test',
    });
    const assumed = new STS({
      endpoint: testbed.url,
      region: AUDITOR.region,
      credentials: {
        accessKeyId: Credentials?.AccessKeyId ?? '',
        secretAccessKey: Credentials?.SecretAccessKey ?? '',
        sessionToken: Credentials?.SessionToken,
      },
    });
    await assumed.getCallerIdentity({});
    const [assume, identity] = (await testbed.calls()).slice(-2);
    expect([assume?.operation, assume?.account, assume?.write]).toEqual([
      'AssumeRole',
      LEDGER.account,
      false,
    ]);
    expect([identity?.operation, identity?.account, identity?.session]).toEqual(
      ['GetCallerIdentity', AUDITOR.account, Credentials?.AccessKeyId],
    );
  });

  it('tells writes from reads and dry runs, and keeps error codes', async () => {
    const { testbed, ledger } = ready();
    const vpc = await createVpc(ledger, '10.1.0.0/16');
    await ledger.describeVpcs({ VpcIds: [vpc] });
    await expect(
      ledger.createSubnet({
        DryRun: true,
        VpcId: vpc,
        CidrBlock: '10.1.0.0/24',
      }),
    ).rejects.toMatchObject({ name: 'DryRunOperation' });
    await ledger.deleteVpc({ VpcId: 'vpc-0123456789abcdef0' }).catch(() => {});
    const writes = await testbed.writes();
    const { Subnets } = await ledger.describeSubnets({
      Filters: [{ Name: 'vpc-id', Values: [vpc] }],
    });
    expect(Subnets).toEqual([]);
    expect(
      writes.map(call => [call.operation, call.status, call.errorCode]),
    ).toEqual([
      ['CreateVpc', 200, undefined],
      ['ModifyVpcAttribute', 200, undefined],
      ['DeleteVpc', 400, 'InvalidVpcID.NotFound'],
    ]);
  });

  it('is empty after a reset, with which credentials end', async () => {
    const { testbed, ledger } = ready();
    await createVpc(ledger, '10.1.0.0/16');
    await testbed.reset();
    expect(await testbed.calls()).toEqual([]);
    await expect(ledger.describeVpcs({})).rejects.toMatchObject({
      name: 'AuthFailure',
    });
  });

  it('says in what it lacks that it is the bed’s lack', async () => {
    const { ledger } = ready();
    await expect(ledger.describeVerifiedAccessGroups({})).rejects.toMatchObject(
      { name: 'NotImplemented', $metadata: { httpStatusCode: 501 } },
    );
  });
});
