import type { EC2, Instance, LaunchTemplate } from '@aws-sdk/client-ec2';
import type { CreateNodegroupRequest, EKS } from '@aws-sdk/client-eks';
import { present } from '../awsClients';
import { onTestbed } from '../onTestbed';
import { eventually } from './eventually';
import { createCluster, createSubnets, eks, NAME, ROLE } from './smallCluster';

const GROUP = 'workers';
/** Four interfaces with fifteen addresses each. */
const TYPE = 'm7i.xlarge';

onTestbed('the machines of a node group', ready => {
  let client: EKS;
  let ec2: EC2;
  let subnets: string[];

  beforeEach(async () => {
    client = await eks(ready().testbed);
    ec2 = ready().ledger;
    subnets = await createSubnets(ec2);
    await createCluster(client, subnets);
  });

  async function create(
    overrides: Partial<CreateNodegroupRequest> = {},
  ): Promise<Instance[]> {
    await client.createNodegroup({
      clusterName: NAME,
      nodegroupName: GROUP,
      subnets,
      nodeRole: ROLE,
      instanceTypes: [TYPE],
      scalingConfig: { minSize: 3, desiredSize: 3, maxSize: 6 },
      ...overrides,
    });
    await eventually(
      () =>
        client.describeNodegroup({ clusterName: NAME, nodegroupName: GROUP }),
      ({ nodegroup }) => nodegroup?.status === 'ACTIVE',
    );
    const { Reservations = [] } = await ec2.describeInstances({
      Filters: [{ Name: 'instance-state-name', Values: ['running'] }],
    });
    return Reservations.flatMap(({ Instances = [] }) => Instances);
  }

  async function launchTemplate(
    LaunchTemplateData: object,
  ): Promise<LaunchTemplate> {
    const { LaunchTemplate: made } = await ec2.createLaunchTemplate({
      LaunchTemplateName: 'own',
      LaunchTemplateData,
    });
    return present(made);
  }

  it('ask for version 2 of the metadata service, as their image does', async () => {
    const [machine] = await create();
    expect(machine?.MetadataOptions).toMatchObject({
      HttpTokens: 'required',
      HttpPutResponseHopLimit: 2,
    });
  });

  it('have one disk, encrypted where the account encrypts by itself', async () => {
    await ec2.enableEbsEncryptionByDefault({});
    await create();
    const { Volumes } = await ec2.describeVolumes({});
    expect(Volumes).toHaveLength(3);
    expect(new Set(Volumes?.map(({ Encrypted }) => Encrypted))).toEqual(
      new Set([true]),
    );
  });

  it('have what their launch template says', async () => {
    const { LaunchTemplateId } = await launchTemplate({
      MetadataOptions: { HttpTokens: 'optional' },
      CpuOptions: { CoreCount: 1, ThreadsPerCore: 1 },
      BlockDeviceMappings: [
        { DeviceName: '/dev/xvda', Ebs: { VolumeSize: 80, Encrypted: true } },
        { DeviceName: '/dev/xvdb', Ebs: { VolumeSize: 100 } },
      ],
    });
    const [machine] = await create({
      launchTemplate: { id: LaunchTemplateId },
    });
    expect(machine).toMatchObject({
      MetadataOptions: { HttpTokens: 'optional' },
      CpuOptions: { CoreCount: 1, ThreadsPerCore: 1 },
    });
    const { Volumes } = await ec2.describeVolumes({
      Filters: [
        {
          Name: 'attachment.instance-id',
          Values: [present(machine?.InstanceId)],
        },
      ],
    });
    expect(Volumes?.map(({ Size, Encrypted }) => [Size, Encrypted])).toEqual([
      [80, true],
      [100, false],
    ]);
  });

  it('hold the addresses of their pods, which nobody else in the subnet has', async () => {
    await create();
    const { NetworkInterfaces = [] } = await ec2.describeNetworkInterfaces({});
    const addresses = NetworkInterfaces.flatMap(({ PrivateIpAddresses = [] }) =>
      PrivateIpAddresses.map(({ PrivateIpAddress }) => PrivateIpAddress),
    );
    expect(new Set(addresses).size).toBe(addresses.length);
    const ofMachines = NetworkInterfaces.filter(
      ({ Attachment }) => Attachment?.InstanceId,
    );
    expect(
      ofMachines.map(({ PrivateIpAddresses }) => PrivateIpAddresses?.length),
    ).toEqual(Array(3 * 4).fill(15));
    const { Subnets } = await ec2.describeSubnets({ SubnetIds: subnets });
    const [free] = Subnets?.map(one => one.AvailableIpAddressCount) ?? [];
    // A /24 without the five of AWS, the machine with its pods, and one interface of the control plane.
    expect(free).toBe(256 - 5 - 60 - 1);
  });

  it('have public addresses where the subnet gives them', async () => {
    await ec2.modifySubnetAttribute({
      SubnetId: subnets[0],
      MapPublicIpOnLaunch: { Value: true },
    });
    const machines = await create();
    const open = machines.filter(({ PublicIpAddress }) => PublicIpAddress);
    expect(open.map(({ SubnetId }) => SubnetId)).toEqual([subnets[0]]);
  });

  it('leave their addresses to those who come after them', async () => {
    await create();
    await client.deleteNodegroup({ clusterName: NAME, nodegroupName: GROUP });
    await eventually(
      () => client.listNodegroups({ clusterName: NAME }),
      ({ nodegroups }) => nodegroups?.length === 0,
    );
    const { NetworkInterfaces } = await ec2.describeNetworkInterfaces({});
    // Those of the control plane.
    expect(NetworkInterfaces).toHaveLength(2);
    const machines = await create();
    expect(machines).toHaveLength(3);
  });
});
