import type { Undo } from '../../world/kube.ts';
import type { WorldSide } from '../../world/world.ts';
import { allBack } from '../change.ts';
import type { Mutation } from '../mutation.ts';
import { addNodeGroup } from '../nodeGroup.ts';
import { addSubnet } from '../subnet.ts';

export const mutations: Mutation[] = [
  {
    name: 'a second node group has a smaller type',
    guideline: 'nodes-large-enough',
    apply: ({ ledger }) =>
      addNodeGroup(ledger, { instanceTypes: ['m7i.large'] }),
    expect: { 'nodes-large-enough/ledger': 'fail' },
    observed: 'm7i.large',
  },
  {
    name: 'a group runs a machine that is large enough, and may start a smaller one next time',
    guideline: 'nodes-large-enough',
    apply: ({ auditor }) =>
      groupInOwnSubnet(auditor, ['m7i.xlarge', 'm7i.large']),
    expect: { 'nodes-large-enough/auditor': 'fail' },
    observed: 'm7i.large',
  },
  {
    name: 'a launch template switches half of the cores of a large machine off',
    guideline: 'nodes-large-enough',
    apply: ({ ledger }) => halvedMachine(ledger),
    expect: { 'nodes-large-enough/ledger': 'fail' },
    observed: 'vCPU',
  },
  {
    name: 'a group that keeps the product away has a smaller type',
    guideline: 'nodes-large-enough',
    apply: ({ ledger }) =>
      addNodeGroup(ledger, {
        instanceTypes: ['t3.medium'],
        taints: [{ key: 'tools', value: 'only', effect: 'NO_SCHEDULE' }],
      }),
    expect: {},
    because: 'no pod of the product comes there',
  },
  {
    name: 'a group has a type that is large enough, and burstable',
    guideline: 'nodes-large-enough',
    apply: ({ auditor }) => groupInOwnSubnet(auditor, ['t3.xlarge']),
    expect: { 'nodes-large-enough/auditor': 'fail' },
    observed:
      't3.xlarge has 4 vCPUs and 16384 MiB, but its CPU is granted by credits',
  },
];

/** The subnets of the first group have no addresses left for so many large machines. */
async function groupInOwnSubnet(
  side: WorldSide,
  instanceTypes: string[],
): Promise<Undo> {
  const subnet = await addSubnet(side, { cidr: '10.1.28.0/23' });
  const subnets = [subnet.id];
  return allBack(
    subnet.remove,
    await addNodeGroup(side, { instanceTypes, subnets }),
  );
}

async function halvedMachine(side: WorldSide): Promise<Undo> {
  const { LaunchTemplate } = await side.ec2.createLaunchTemplate({
    LaunchTemplateName: 'halved',
    LaunchTemplateData: {
      BlockDeviceMappings: [
        { DeviceName: '/dev/xvda', Ebs: { VolumeSize: 80, Encrypted: true } },
      ],
      MetadataOptions: { HttpTokens: 'required' },
      CpuOptions: { CoreCount: 1, ThreadsPerCore: 2 },
    },
  });
  const LaunchTemplateId = LaunchTemplate?.LaunchTemplateId;
  const subnet = await addSubnet(side, { cidr: '10.1.12.0/23' });
  const group = await addNodeGroup(side, {
    instanceTypes: ['m7i.xlarge'],
    subnets: [subnet.id],
    launchTemplate: { id: LaunchTemplateId },
  });
  return allBack(
    async () => {
      await side.ec2.deleteLaunchTemplate({ LaunchTemplateId });
    },
    subnet.remove,
    group,
  );
}
