import type { KeyObject } from 'node:crypto';
import type { LiveSecrets } from '@scalardl-on-eks/plugin-scalardl-common';
import { valueOf } from '../../collector';
import { CONFIG_MAPS, SECRETS, reads } from '../kinds';
import { kubernetesCollector } from '../kubernetesCollector';
import {
  type ProductDeployment,
  deploymentsOf,
} from '../product/deploymentsOf';
import { certificatesIn } from './certificates';
import { readKeys } from './keys';
import { referencedSecrets } from './references';
import { Vault } from './vault';

/** What the product's Secrets are, without their content. */
export const secrets = kubernetesCollector({
  fact: 'secrets',
  needs: ['productDeployments', 'properties'],
  kubernetes: reads('get', SECRETS, CONFIG_MAPS),
  async collect(reader, { given, target: { side, readSecrets } }) {
    if (!readSecrets) return undefined;
    const all = valueOf(given, 'productDeployments');
    const [own] = deploymentsOf(side, all);
    const properties = valueOf(given, 'properties');
    const pods = [...deploymentsOf(side, all), ...deploymentsOf('envoy', all)];
    const vaults = new Map(
      pods.map(({ namespace }) => [namespace, new Vault(reader, namespace)]),
    );
    const vault = own && vaults.get(own.namespace);
    const keys =
      own && properties && vault
        ? await readKeys({ pod: own.pod, side, properties, vault })
        : undefined;
    const certificates = await Promise.all(
      pods.map(one =>
        readCertificates(one, vaults.get(one.namespace), keys?.signingKey),
      ),
    );
    return { ...keys?.told, certificates: unique(certificates.flat()) };
  },
});

async function readCertificates(
  { pod }: ProductDeployment,
  vault: Vault | undefined,
  signingKey: KeyObject | undefined,
): Promise<LiveSecrets['certificates']> {
  const found = referencedSecrets(pod).map(async reference => {
    const title = `Secret ${vault?.namespace}/${reference.name}`;
    const content = (await vault?.secret(reference)) ?? {};
    return certificatesIn(title, content, signingKey);
  });
  return (await Promise.all(found)).flat();
}

/** Two Deployments may share a Secret. */
function unique(
  certificates: LiveSecrets['certificates'],
): LiveSecrets['certificates'] {
  return [...new Map(certificates.map(one => [one.id, one])).values()];
}
