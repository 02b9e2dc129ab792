import { collector } from '../collector';
import { list } from './call';
import { eks } from './clients';

export const clusterVersions = collector({
  fact: 'clusterVersions',
  aws: ['eks:DescribeClusterVersions'],
  async collect(access) {
    const { client, paginateDescribeClusterVersions } = await eks(access);
    const found = await list(access, {
      action: 'eks:DescribeClusterVersions',
      pages: options =>
        // Without includeAll, a version whose support has ended is not told.
        paginateDescribeClusterVersions(
          { client, pageSize: 100 },
          { includeAll: true },
          options,
        ),
      items: page => page.clusterVersions,
    });
    return found.map(
      ({
        clusterVersion = '',
        versionStatus = '',
        endOfStandardSupportDate,
      }) => ({
        version: clusterVersion,
        status: versionStatus,
        endOfStandardSupport: endOfStandardSupportDate
          ?.toISOString()
          .slice(0, 10),
      }),
    );
  },
});
