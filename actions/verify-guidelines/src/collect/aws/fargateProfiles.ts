import { collector } from '../collector';
import { list } from './call';
import { eks } from './clients';
import { describeEach } from './describeEach';

export const fargateProfiles = collector({
  fact: 'fargateProfiles',
  needs: ['cluster'],
  aws: ['eks:ListFargateProfiles', 'eks:DescribeFargateProfile'],
  async collect(access) {
    const clusterName = access.target.cluster;
    const { client, ...sdk } = await eks(access);
    const names = await list(access, {
      action: 'eks:ListFargateProfiles',
      about: `of ${clusterName}`,
      pages: options =>
        sdk.paginateListFargateProfiles({ client }, { clusterName }, options),
      items: page => page.fargateProfileNames,
    });
    const found = await describeEach(access, names, {
      action: 'eks:DescribeFargateProfile',
      async describe(fargateProfileName, options) {
        const command = new sdk.DescribeFargateProfileCommand({
          clusterName,
          fargateProfileName,
        });
        return (await client.send(command, options)).fargateProfile;
      },
    });
    return found.map(profile => ({
      name: profile.fargateProfileName ?? '',
      status: profile.status ?? '',
      subnetIds: profile.subnets ?? [],
      selectors: (profile.selectors ?? []).map(
        ({ namespace = '', labels = {} }) => ({ namespace, labels }),
      ),
    }));
  },
});
