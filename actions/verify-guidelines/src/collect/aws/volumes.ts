import { collector, valueOf } from '../collector';
import { batches, forEach } from './batches';
import { list } from './call';
import { ec2 } from './clients';

/** AWS takes 200 values a filter. */
const BATCH = 100;

export const volumes = collector({
  fact: 'volumes',
  needs: ['instances'],
  aws: ['ec2:DescribeVolumes'],
  async collect(access, given) {
    const instanceIds = valueOf(given, 'instances').map(({ id }) => id);
    const { client, paginateDescribeVolumes } = await ec2(access);
    const found = await forEach(batches(instanceIds, BATCH), Values =>
      list(access, {
        action: 'ec2:DescribeVolumes',
        pages: options =>
          paginateDescribeVolumes(
            { client, pageSize: 500 },
            { Filters: [{ Name: 'attachment.instance-id', Values }] },
            options,
          ),
        items: page => page.Volumes,
      }),
    );
    return found
      .flat()
      .flatMap(({ VolumeId = '', Encrypted = false, Attachments = [] }) =>
        Attachments.map(({ InstanceId = '' }) => ({
          id: VolumeId,
          encrypted: Encrypted,
          instanceId: InstanceId,
        })),
      );
  },
});
