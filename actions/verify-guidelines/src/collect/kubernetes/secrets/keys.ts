import { type KeyObject, createHmac, randomBytes } from 'node:crypto';
import {
  type LiveSecrets,
  type Properties,
  type Side,
  imageOrigin,
} from '@scalardl-on-eks/plugin-scalardl-common';
import { mountedFrom } from '../configuration/mounts';
import type { Container, PodSpec } from '../workloads/podSpec';
import { resolved } from './environment';
import { describeSigningKey, openSigningKey } from './signingKey';
import type { Vault } from './vault';

/** Both sides' secrets are compared by digests that mean nothing outside this run. */
const RUN_KEY = randomBytes(32);

/** Where each side's own key is told (https://scalardl.scalar-labs.com/docs/latest/configurations). */
const SIGNING_KEY: Readonly<Record<Side, string>> = {
  ledger: 'scalar.dl.ledger.proof.private_key',
  auditor: 'scalar.dl.auditor.private_key',
};

/** The product's pods and what they are told. */
interface Configured {
  side: Side;
  pod: PodSpec;
  properties: Properties;
  vault: Vault;
}

/** What is said of the keys, and what only other collectors of Secrets may see. */
export interface Keys {
  told: Pick<LiveSecrets, 'hmacSecretDigest' | 'signingKey'>;
  signingKey?: KeyObject;
}

/**
 * What is known of the secret that both sides share, and of the product's own signing key.
 *
 * @throws Error where one is configured and cannot be found
 */
export async function readKeys(configured: Configured): Promise<Keys> {
  const { side } = configured;
  const secret = await valueOfProperty(
    `scalar.dl.${side}.servers.authentication.hmac.secret_key`,
    configured,
  );
  const signingKey =
    (await valueOfProperty(`${SIGNING_KEY[side]}_pem`, configured)) ??
    (await signingKeyFile(configured, { needed: !secret }));
  return {
    told: {
      ...(secret && { hmacSecretDigest: digestOf(secret) }),
      ...(signingKey && { signingKey: describeSigningKey(signingKey) }),
    },
    signingKey: signingKey ? openSigningKey(signingKey) : undefined,
  };
}

function digestOf(secret: string): string {
  return createHmac('sha256', RUN_KEY).update(secret).digest('hex');
}

async function valueOfProperty(
  key: string,
  { pod, properties, vault }: Configured,
): Promise<string | undefined> {
  const value = properties.get(key);
  if (!value) return undefined;
  return resolved(value, productContainer(pod), vault);
}

/** With a shared secret nobody signs, and a path that leads nowhere harms nobody. */
async function signingKeyFile(
  configured: Configured,
  { needed }: { needed: boolean },
): Promise<string | undefined> {
  const { side, pod, vault } = configured;
  const key = `${SIGNING_KEY[side]}_path`;
  const path = await valueOfProperty(key, configured);
  if (!path) return undefined;
  for (const source of mountedFrom(pod, productContainer(pod), path)) {
    const content =
      source.kind === 'secret'
        ? await vault.secret(source)
        : await vault.configMap(source);
    const text = content[source.key];
    if (text !== undefined) return text;
  }
  if (!needed) return undefined;
  throw new Error(
    `Expected ${key} (${path}) to be a file that a Secret holds, received a path under which none is mounted.`,
  );
}

/** Others may run beside it, such as the proxy of a mesh. */
function productContainer({ containers = [] }: PodSpec): Container {
  const [first = { name: 'none' }] = containers;
  return (
    containers.find(
      ({ image = '' }) => imageOrigin(image).kind === 'product',
    ) ?? first
  );
}
