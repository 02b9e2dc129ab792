import { ElasticLoadBalancingV2 } from '@aws-sdk/client-elastic-load-balancing-v2';
import { clientOptions, createVpc, LEDGER, present } from './awsClients';
import { onTestbed } from './onTestbed';

onTestbed('targets of a load balancer', ready => {
  let elb: ElasticLoadBalancingV2;
  let group: string;

  beforeEach(async () => {
    const { testbed, ledger } = ready();
    elb = new ElasticLoadBalancingV2(await clientOptions(testbed, LEDGER));
    const VpcId = await createVpc(ledger, '10.1.0.0/16');
    await Promise.all(
      ['a', 'b'].map((zone, index) =>
        ledger.createSubnet({
          VpcId,
          CidrBlock: `10.1.${index}.0/24`,
          AvailabilityZone: `${LEDGER.region}${zone}`,
        }),
      ),
    );
    const { TargetGroups } = await elb.createTargetGroup({
      Name: 'envoy',
      Protocol: 'TCP',
      Port: 50051,
      VpcId,
      TargetType: 'ip',
    });
    group = present(TargetGroups?.[0]?.TargetGroupArn);
    await elb.registerTargets({
      TargetGroupArn: group,
      Targets: ['10.1.0.10', '10.1.1.10', '10.9.0.10'].map(Id => ({ Id })),
    });
  });

  afterEach(() => elb.destroy());

  const health = async () => {
    const { TargetHealthDescriptions } = await elb.describeTargetHealth({
      TargetGroupArn: group,
    });
    return TargetHealthDescriptions;
  };

  it('are told with the zone of their address', async () => {
    expect(
      (await health())?.map(({ Target }) => Target?.AvailabilityZone),
    ).toEqual(['eu-central-1a', 'eu-central-1b', 'all']);
  });

  it('are healthy unless the test says otherwise', async () => {
    await ready().testbed.settings({
      targets: [
        {
          id: '10.1.0.10',
          state: 'unhealthy',
          reason: 'Target.FailedHealthChecks',
        },
      ],
    });
    expect(
      (await health())?.map(({ TargetHealth }) => TargetHealth),
    ).toMatchObject([
      { State: 'unhealthy', Reason: 'Target.FailedHealthChecks' },
      { State: 'healthy' },
      { State: 'healthy' },
    ]);
  });
});
