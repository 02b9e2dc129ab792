import { LEDGER, present } from '../awsClients';
import { onTestbed } from '../onTestbed';
import { cloudFormation, NAME, settled, template } from './smallStack';

onTestbed('what a template says of a network', ready => {
  it('is done in full', async () => {
    const client = await cloudFormation(ready().testbed);
    const ec2 = ready().ledger;
    const tags = (name: string) => ({ Tags: [{ Key: 'Name', Value: name }] });
    const resources = {
      Vpc: {
        Type: 'AWS::EC2::VPC',
        Properties: {
          CidrBlock: '10.1.0.0/16',
          EnableDnsSupport: true,
          EnableDnsHostnames: true,
        },
      },
      Public: {
        Type: 'AWS::EC2::Subnet',
        Properties: {
          VpcId: { Ref: 'Vpc' },
          AvailabilityZone: `${LEDGER.region}a`,
          CidrBlock: '10.1.0.0/24',
          MapPublicIpOnLaunch: true,
        },
      },
      Address: {
        Type: 'AWS::EC2::EIP',
        Properties: { Domain: 'vpc', ...tags('address') },
      },
      Table: {
        Type: 'AWS::EC2::RouteTable',
        Properties: { VpcId: { Ref: 'Vpc' }, ...tags('table') },
      },
    };
    await client.createStack({
      StackName: NAME,
      TemplateBody: template(resources, { Vpc: { Value: { Ref: 'Vpc' } } }),
    });
    const { Outputs } = await settled(client);
    const VpcId = present(Outputs?.[0]?.OutputValue);
    expect(
      await ec2.describeVpcAttribute({
        VpcId,
        Attribute: 'enableDnsHostnames',
      }),
    ).toMatchObject({ EnableDnsHostnames: { Value: true } });
    const Filters = [{ Name: 'vpc-id', Values: [VpcId] }];
    expect(await ec2.describeSubnets({ Filters })).toMatchObject({
      Subnets: [{ MapPublicIpOnLaunch: true }],
    });
    const named = (name: string) => [{ Name: 'tag:Name', Values: [name] }];
    expect(
      await ec2.describeAddresses({ Filters: named('address') }),
    ).toMatchObject({ Addresses: [{ Domain: 'vpc' }] });
    expect(
      await ec2.describeRouteTables({ Filters: named('table') }),
    ).toMatchObject({ RouteTables: [{ VpcId }] });
  });
});
