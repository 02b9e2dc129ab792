import { present } from '../../testbed/awsClients.ts';
import type { TestbedControl } from '../../testbed/controlClient.ts';
import { callResolver } from '../../testbed/resolver/callResolver.ts';
import type { Balancer } from './services.ts';
import type { WorldSide } from './side.ts';

/** The side's private zone, in which `ledger` and everything else are names of its load balancer. */
export interface Names {
  /** Id of the rule of Route 53 Resolver that sends a domain elsewhere. */
  readonly rule: string;
  readonly zone: string;
  /** What the load balancer is called by AWS. */
  readonly balancerName: string;
}

/** The zone of a load balancer's own name in eu-central-1. */
const BALANCER_ZONE = 'Z3F0SRJ5LGBH90';

/** Rules of which one is associated with the network, one with nobody. */
const RULES = ['office.example', 'shop.example'];

/** So many that the records fill more than a page. */
const OTHERS = 310;

export async function createNames(
  testbed: TestbedControl,
  { admin: { dns, ec2, elb }, network, place }: WorldSide,
  { arn }: Balancer,
): Promise<Names> {
  const { DhcpOptions } = await ec2.createDhcpOptions({
    DhcpConfigurations: [
      { Key: 'domain-name-servers', Values: ['AmazonProvidedDNS'] },
    ],
  });
  await ec2.associateDhcpOptions({
    DhcpOptionsId: present(DhcpOptions?.DhcpOptionsId),
    VpcId: network.vpcId,
  });
  const { LoadBalancers } = await elb.describeLoadBalancers({
    LoadBalancerArns: [arn],
  });
  const balancerName = present(LoadBalancers?.[0]?.DNSName);
  const { HostedZone } = await dns.createHostedZone({
    Name: 'payments.internal',
    CallerReference: network.vpcId,
    VPC: { VPCId: network.vpcId, VPCRegion: 'eu-central-1' },
    HostedZoneConfig: { PrivateZone: true },
  });
  await dns.changeResourceRecordSets({
    HostedZoneId: HostedZone?.Id,
    ChangeBatch: {
      Changes: [
        {
          Action: 'CREATE',
          ResourceRecordSet: {
            Name: 'ledger.payments.internal',
            Type: 'A',
            AliasTarget: {
              HostedZoneId: BALANCER_ZONE,
              DNSName: `dualstack.${balancerName}`,
              EvaluateTargetHealth: false,
            },
          },
        },
        ...Array.from({ length: OTHERS }, (_, index) => ({
          Action: 'CREATE' as const,
          ResourceRecordSet: {
            Name: `other-${index}.payments.internal`,
            Type: 'A' as const,
            TTL: 60,
            ResourceRecords: [{ Value: '10.1.3.10' }],
          },
        })),
      ],
    },
  });
  // A zone into which another VPC looks.
  const { Vpc } = await ec2.createVpc({ CidrBlock: '10.99.0.0/24' });
  await dns.createHostedZone({
    Name: 'elsewhere.internal',
    CallerReference: present(Vpc?.VpcId),
    VPC: { VPCId: Vpc?.VpcId, VPCRegion: 'eu-central-1' },
    HostedZoneConfig: { PrivateZone: true },
  });
  return {
    rule: await createRules(testbed, { place, network }),
    zone: present(HostedZone?.Id).split('/').at(-1) ?? '',
    balancerName,
  };
}

async function createRules(
  testbed: TestbedControl,
  { place, network }: Pick<WorldSide, 'place' | 'network'>,
): Promise<string> {
  const call = <T>(operation: string, input: object) =>
    callResolver<T>(testbed, place, { operation, input });
  const ids: string[] = [];
  for (const DomainName of RULES) {
    const { ResolverRule } = await call<{ ResolverRule?: { Id: string } }>(
      'CreateResolverRule',
      {
        CreatorRequestId: DomainName,
        Name: DomainName.replace('.', '-'),
        RuleType: 'FORWARD',
        DomainName,
        TargetIps: [{ Ip: '10.9.0.2' }, { Ip: '10.9.1.2' }],
      },
    );
    ids.push(present(ResolverRule?.Id));
  }
  const [ResolverRuleId = ''] = ids;
  await call('AssociateResolverRule', {
    ...{ ResolverRuleId, VPCId: network.vpcId },
    Name: 'office',
  });
  return ResolverRuleId;
}
