import { collector } from '../collector';
import { list } from './call';
import { eks } from './clients';
import { healthIssues } from './healthIssues';
import { describeEach } from './describeEach';

export const addons = collector({
  fact: 'addons',
  needs: ['cluster'],
  aws: ['eks:ListAddons', 'eks:DescribeAddon'],
  async collect(access) {
    const clusterName = access.target.cluster;
    const { client, ...sdk } = await eks(access);
    const names = await list(access, {
      action: 'eks:ListAddons',
      about: `of ${clusterName}`,
      pages: options =>
        sdk.paginateListAddons({ client }, { clusterName }, options),
      items: page => page.addons,
    });
    const found = await describeEach(access, names, {
      action: 'eks:DescribeAddon',
      async describe(addonName, options) {
        const command = new sdk.DescribeAddonCommand({
          clusterName,
          addonName,
        });
        return (await client.send(command, options)).addon;
      },
    });
    return found.map(addon => ({
      name: addon.addonName ?? '',
      version: addon.addonVersion ?? '',
      status: addon.status ?? '',
      healthIssues: healthIssues(addon.health),
      configuration: addon.configurationValues,
    }));
  },
});
