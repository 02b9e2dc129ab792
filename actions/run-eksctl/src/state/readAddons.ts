import {
  type Addon as EksAddon,
  DescribeAddonCommand,
  DescribeAddonVersionsCommand,
  paginateListAddons,
} from '@aws-sdk/client-eks';
import type { AwsClients } from './awsClients';
import type { Addon, AddonOffer } from './clusterState';
import { presentOnly } from './presentOnly';

/** Every add-on that EKS manages in the cluster. */
export async function readAddons(
  { eks, call }: AwsClients,
  clusterName: string,
): Promise<Addon[]> {
  const names = await call(`eks:ListAddons of ${clusterName}`, async () => {
    const found: string[] = [];
    const pages = paginateListAddons({ client: eks }, { clusterName });
    for await (const { addons = [] } of pages) found.push(...addons);
    return found;
  });
  return presentOnly(names, addonName =>
    call(`eks:DescribeAddon of ${addonName}`, async () => {
      const command = new DescribeAddonCommand({ clusterName, addonName });
      const { addon } = await eks.send(command);
      return addon && understand(addon);
    }),
  );
}

function understand(addon: EksAddon): Addon {
  const changed = addon.modifiedAt ?? addon.createdAt;
  return {
    name: addon.addonName ?? '',
    status: addon.status ?? 'unknown',
    version: addon.addonVersion ?? '',
    changedAt: changed?.getTime() ?? 0,
    configurationValues: addon.configurationValues,
    serviceAccountRoleArn: addon.serviceAccountRoleArn,
    health: (addon.health?.issues ?? []).map(
      ({ code, message }) => `${code}: ${message}`,
    ),
  };
}

/** What EKS offers of each add-on for a version of Kubernetes. */
export async function readAddonOffers(
  { eks, call }: AwsClients,
  kubernetesVersion: string,
  names: readonly string[],
): Promise<Record<string, AddonOffer>> {
  const offers = names.map(addonName =>
    call(`eks:DescribeAddonVersions of ${addonName}`, async () => {
      const command = new DescribeAddonVersionsCommand({
        kubernetesVersion,
        addonName,
      });
      const { addons = [] } = await eks.send(command);
      const offered = addons.flatMap(({ addonVersions = [] }) => addonVersions);
      const preferred = offered.find(({ compatibilities = [] }) =>
        compatibilities.some(({ defaultVersion }) => defaultVersion),
      );
      const offer: AddonOffer = {
        versions: offered.map(({ addonVersion }) => addonVersion ?? ''),
        byDefault: preferred?.addonVersion,
      };
      return [addonName, offer] as const;
    }),
  );
  return Object.fromEntries(await Promise.all(offers));
}
