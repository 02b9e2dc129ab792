import { machinesOf } from '../machines.ts';
import type { Mutation } from '../mutation.ts';

export const mutations: Mutation[] = [
  {
    name: 'a second disk of a machine is not encrypted',
    guideline: 'node-volumes-encrypted',
    async apply({ auditor }) {
      const { ec2 } = auditor;
      const [machine] = await machinesOf(auditor);
      const { VolumeId } = await ec2.createVolume({
        AvailabilityZone: machine?.Placement?.AvailabilityZone,
        Size: 10,
        Encrypted: false,
      });
      const attachment = { VolumeId, InstanceId: machine?.InstanceId };
      await ec2.attachVolume({ ...attachment, Device: '/dev/sdf' });
      return async () => {
        await ec2.detachVolume({ ...attachment, Device: '/dev/sdf' });
        await ec2.deleteVolume({ VolumeId });
      };
    },
    expect: { 'node-volumes-encrypted/auditor': 'fail' },
    observed: 'is not encrypted',
  },
  {
    name: 'the account has a disk without encryption that no machine holds',
    guideline: 'node-volumes-encrypted',
    async apply({ ledger: { ec2 } }) {
      const { VolumeId } = await ec2.createVolume({
        AvailabilityZone: 'ap-northeast-1a',
        Size: 10,
        Encrypted: false,
      });
      return async () => void (await ec2.deleteVolume({ VolumeId }));
    },
    expect: {},
    because: 'it is no disk of the cluster',
  },
];
