import type { InstanceTypeInfo, _InstanceType } from '@aws-sdk/client-ec2';
import type { LiveInstanceType } from '@scalardl-on-eks/plugin-scalardl-common';
import { type Given, collector } from '../collector';
import { batches, forEach } from './batches';
import { list } from './call';
import { ec2 } from './clients';

/** AWS takes 100 types a call. */
const BATCH = 100;

export const instanceTypes = collector({
  fact: 'instanceTypes',
  uses: ['instances', 'nodeGroups'],
  aws: ['ec2:DescribeInstanceTypes'],
  async collect(access, given) {
    const named = new Set(namedTypes(given));
    const { client, paginateDescribeInstanceTypes } = await ec2(access);
    const found = await forEach(batches([...named].sort(), BATCH), types =>
      list(access, {
        action: 'ec2:DescribeInstanceTypes',
        about: `of ${types.join(', ')}`,
        pages: options =>
          paginateDescribeInstanceTypes(
            { client },
            { InstanceTypes: types as _InstanceType[] },
            options,
          ),
        items: page => page.InstanceTypes,
      }),
    );
    return found.flat().map(understand);
  },
});

/** What is named by a fact that was not read is missed by nobody: who judges by the one needs the other too. */
function namedTypes({ instances, nodeGroups }: Given): string[] {
  if (!instances.ok && !nodeGroups.ok) throw new Error(instances.reason);
  return [
    ...(instances.ok ? instances.value.map(({ type }) => type) : []),
    ...(nodeGroups.ok
      ? nodeGroups.value.flatMap(group => group.instanceTypes)
      : []),
  ];
}

function understand(info: InstanceTypeInfo): LiveInstanceType {
  return {
    type: info.InstanceType ?? '',
    vcpus: info.VCpuInfo?.DefaultVCpus ?? 0,
    memoryMiB: info.MemoryInfo?.SizeInMiB ?? 0,
    burstable: info.BurstablePerformanceSupported ?? false,
    architectures: info.ProcessorInfo?.SupportedArchitectures ?? [],
    networkInterfaces: info.NetworkInfo?.MaximumNetworkInterfaces ?? 0,
    ipv4PerInterface: info.NetworkInfo?.Ipv4AddressesPerInterface ?? 0,
  };
}
