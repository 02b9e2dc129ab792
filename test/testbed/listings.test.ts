import type { EC2 } from '@aws-sdk/client-ec2';
import { ElasticLoadBalancingV2 } from '@aws-sdk/client-elastic-load-balancing-v2';
import {
  GetAWSDefaultServiceQuotaCommand,
  ServiceQuotas,
} from '@aws-sdk/client-service-quotas';
import { clientOptions, createVpc, LEDGER } from './awsClients';
import { onTestbed } from './onTestbed';

/** Listings that moto answers as a whole, and the largest page that each of them allows. */
const LISTINGS: [
  string,
  number,
  (client: EC2, MaxResults: number) => unknown,
][] = [
  [
    'instance types',
    100,
    (ec2, max) => ec2.describeInstanceTypes({ MaxResults: max }),
  ],
  [
    'NAT gateways',
    1000,
    (ec2, max) => ec2.describeNatGateways({ MaxResults: max }),
  ],
  [
    'network ACLs',
    1000,
    (ec2, max) => ec2.describeNetworkAcls({ MaxResults: max }),
  ],
  [
    'transit gateway attachments',
    1000,
    (ec2, max) => ec2.describeTransitGatewayVpcAttachments({ MaxResults: max }),
  ],
  ['volumes', 1000, (ec2, max) => ec2.describeVolumes({ MaxResults: max })],
  [
    'VPC endpoints',
    1000,
    (ec2, max) => ec2.describeVpcEndpoints({ MaxResults: max }),
  ],
];

onTestbed('a listing', ready => {
  it.each(LISTINGS)('of %s has at most %i on a page', async (_, most, list) => {
    const { ledger } = ready();
    await expect(list(ledger, most)).resolves.toBeDefined();
    await expect(list(ledger, most + 1)).rejects.toThrow(
      `Expecting a value between 5 and ${most}`,
    );
  });

  it('of network ACLs goes on where it ended', async () => {
    const { ledger } = ready();
    const VpcId = await createVpc(ledger, '10.1.0.0/16');
    const Filters = [{ Name: 'vpc-id', Values: [VpcId] }];
    for (let more = 0; more < 5; more += 1) {
      await ledger.createNetworkAcl({ VpcId });
    }
    const first = await ledger.describeNetworkAcls({ Filters, MaxResults: 5 });
    const { NextToken } = first;
    const rest = await ledger.describeNetworkAcls({ Filters, NextToken });
    const ids = [first, rest].flatMap(({ NetworkAcls = [] }) =>
      NetworkAcls.map(({ NetworkAclId }) => NetworkAclId),
    );
    expect(first.NetworkAcls).toHaveLength(5);
    expect(new Set(ids).size).toBe(6);
  });
});

onTestbed('Service Quotas', ready => {
  it('tell the default of AWS, whatever is in force', async () => {
    const { testbed } = ready();
    await testbed.settings({ quotas: { rulesPerSecurityGroup: 100 } });
    const quotas = new ServiceQuotas(await clientOptions(testbed, LEDGER));
    const { Quota } = await quotas.send(
      new GetAWSDefaultServiceQuotaCommand({
        ServiceCode: 'vpc',
        QuotaCode: 'L-0EA8095F',
      }),
    );
    expect(Quota?.Value).toBe(60);
  });
});

onTestbed('a target group of a network load balancer', ready => {
  it.each([
    ['ip', 'TCP', 'false'],
    ['ip', 'UDP', 'true'],
    ['instance', 'TCP', 'true'],
  ] as const)(
    'to %s over %s keeps the address of the client: %s',
    async (TargetType, Protocol, kept) => {
      const { testbed, ledger } = ready();
      const elb = new ElasticLoadBalancingV2(
        await clientOptions(testbed, LEDGER),
      );
      const { TargetGroups } = await elb.createTargetGroup({
        Name: 'ledger',
        VpcId: await createVpc(ledger, '10.1.0.0/16'),
        Port: 50051,
        ...{ TargetType, Protocol },
      });
      const { Attributes } = await elb.describeTargetGroupAttributes({
        TargetGroupArn: TargetGroups?.[0]?.TargetGroupArn,
      });
      expect(Attributes).toContainEqual({
        Key: 'preserve_client_ip.enabled',
        Value: kept,
      });
    },
  );
});
