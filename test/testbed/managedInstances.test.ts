import { createVpc, present } from './awsClients';
import { onTestbed } from './onTestbed';

onTestbed('a machine of EKS Auto Mode', ready => {
  it('is shown as managed by EKS, and one of the account’s own is not', async () => {
    const { ledger } = ready();
    const VpcId = await createVpc(ledger, '10.1.0.0/16');
    const { Subnet } = await ledger.createSubnet({
      VpcId,
      CidrBlock: '10.1.0.0/24',
    });
    const run = async (Key: string) => {
      const { Instances } = await ledger.runInstances({
        ImageId: 'ami-0abcdef1234567890',
        InstanceType: 'm7i.xlarge',
        MinCount: 1,
        MaxCount: 1,
        SubnetId: present(Subnet?.SubnetId),
        TagSpecifications: [
          { ResourceType: 'instance', Tags: [{ Key, Value: 'default' }] },
        ],
      });
      return present(Instances?.[0]?.InstanceId);
    };
    const [managed, own] = [
      await run('eks:kubernetes-node-class-name'),
      await run('Name'),
    ];
    const { Reservations = [] } = await ledger.describeInstances({});
    const found = new Map(
      Reservations.flatMap(({ Instances = [] }) => Instances).map(
        ({ InstanceId, Operator }) => [InstanceId, Operator],
      ),
    );
    expect(found.get(managed)).toEqual({
      Managed: true,
      Principal: 'eks.amazonaws.com',
    });
    expect(found.get(own)?.Managed).not.toBe(true);
  });
});
