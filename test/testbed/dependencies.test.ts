import { ElasticLoadBalancingV2 } from '@aws-sdk/client-elastic-load-balancing-v2';
import type { EC2 } from '@aws-sdk/client-ec2';
import {
  clientOptions,
  createSecurityGroup,
  createVpc,
  LEDGER,
  present,
} from './awsClients';
import { onTestbed } from './onTestbed';
import { createPair, establish, reached, remove } from './peerings';

const DEPENDENCY_VIOLATION = { name: 'DependencyViolation' };

onTestbed('what is in use', ready => {
  let ledger: EC2;
  let vpc: string;

  beforeEach(async () => {
    ledger = ready().ledger;
    vpc = await createVpc(ledger, '10.1.0.0/16');
  });

  async function createSubnet(
    CidrBlock: string,
    zone: string,
  ): Promise<string> {
    const { Subnet } = await ledger.createSubnet({
      VpcId: vpc,
      CidrBlock,
      AvailabilityZone: `${LEDGER.region}${zone}`,
    });
    return present(Subnet?.SubnetId);
  }

  it('by a load balancer is neither deleted as a subnet nor as a group, until the load balancer is', async () => {
    const balancers = new ElasticLoadBalancingV2(
      await clientOptions(ready().testbed, LEDGER),
    );
    const [one, another] = [
      await createSubnet('10.1.0.0/24', 'a'),
      await createSubnet('10.1.1.0/24', 'b'),
    ];
    const group = await createSecurityGroup(ledger, vpc);
    const { LoadBalancers } = await balancers.createLoadBalancer({
      Name: 'envoy',
      Type: 'network',
      Scheme: 'internal',
      Subnets: [one, another],
      SecurityGroups: [group],
    });
    const LoadBalancerArn = present(LoadBalancers?.[0]?.LoadBalancerArn);
    const { NetworkInterfaces } = await ledger.describeNetworkInterfaces({
      Filters: [{ Name: 'group-id', Values: [group] }],
    });
    expect(
      NetworkInterfaces?.map(each => [
        each.InterfaceType,
        each.SubnetId,
        each.Description,
      ]),
    ).toEqual(
      [one, another].map(subnet => [
        'network_load_balancer',
        subnet,
        expect.stringMatching(/^ELB net\/envoy\//),
      ]),
    );
    await expect(ledger.deleteSubnet({ SubnetId: one })).rejects.toMatchObject(
      DEPENDENCY_VIOLATION,
    );
    await expect(
      ledger.deleteSecurityGroup({ GroupId: group }),
    ).rejects.toMatchObject(DEPENDENCY_VIOLATION);
    await balancers.deleteLoadBalancer({ LoadBalancerArn });
    await ledger.deleteSubnet({ SubnetId: one });
    await ledger.deleteSecurityGroup({ GroupId: group });
  });

  it('by a rule of another group of the VPC is not deleted', async () => {
    const [used, using] = [
      await createSecurityGroup(ledger, vpc, 'used'),
      await createSecurityGroup(ledger, vpc, 'using'),
    ];
    const rule = {
      GroupId: using,
      IpPermissions: [
        { IpProtocol: '-1', UserIdGroupPairs: [{ GroupId: used }] },
      ],
    };
    await ledger.authorizeSecurityGroupIngress(rule);
    await expect(
      ledger.deleteSecurityGroup({ GroupId: used }),
    ).rejects.toMatchObject(DEPENDENCY_VIOLATION);
    await ledger.revokeSecurityGroupIngress(rule);
    await ledger.deleteSecurityGroup({ GroupId: used });
  });

  it('by a NAT gateway is freed with it', async () => {
    const subnet = await createSubnet('10.1.0.0/24', 'a');
    const { AllocationId } = await ledger.allocateAddress({ Domain: 'vpc' });
    const { NatGateway } = await ledger.createNatGateway({
      SubnetId: subnet,
      AllocationId,
    });
    await expect(
      ledger.deleteSubnet({ SubnetId: subnet }),
    ).rejects.toMatchObject(DEPENDENCY_VIOLATION);
    await ledger.deleteNatGateway({
      NatGatewayId: present(NatGateway?.NatGatewayId),
    });
    await ledger.deleteSubnet({ SubnetId: subnet });
  });

  it('as a VPC is not deleted while it has a group, a gateway or a live peering', async () => {
    const deleteVpc = () => ledger.deleteVpc({ VpcId: vpc });
    const group = await createSecurityGroup(ledger, vpc);
    await expect(deleteVpc()).rejects.toMatchObject(DEPENDENCY_VIOLATION);
    await ledger.deleteSecurityGroup({ GroupId: group });

    const { InternetGateway } = await ledger.createInternetGateway({});
    const gateway = {
      InternetGatewayId: present(InternetGateway?.InternetGatewayId),
      VpcId: vpc,
    };
    await ledger.attachInternetGateway(gateway);
    await expect(deleteVpc()).rejects.toMatchObject(DEPENDENCY_VIOLATION);
    await ledger.detachInternetGateway(gateway);

    const pair = { ...(await createPair(ledger)), vpc };
    const id = await establish(pair);
    await expect(deleteVpc()).rejects.toMatchObject(DEPENDENCY_VIOLATION);
    await remove(ledger, id);
    await reached(ledger, id, 'deleted');
    await deleteVpc();
    await expect(ledger.describeVpcs({ VpcIds: [vpc] })).rejects.toMatchObject({
      name: 'InvalidVpcID.NotFound',
    });
  });

  it('as the default group of a VPC is never deleted', async () => {
    const { SecurityGroups } = await ledger.describeSecurityGroups({
      Filters: [
        { Name: 'vpc-id', Values: [vpc] },
        { Name: 'group-name', Values: ['default'] },
      ],
    });
    await expect(
      ledger.deleteSecurityGroup({
        GroupId: present(SecurityGroups?.[0]?.GroupId),
      }),
    ).rejects.toMatchObject({ name: 'CannotDelete' });
  });
});
