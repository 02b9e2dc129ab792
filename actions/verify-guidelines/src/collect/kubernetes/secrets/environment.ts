import type { Container } from '../workloads/podSpec';
import type { Vault } from './vault';

const PLACEHOLDER = /\$\{env:([A-Za-z_][A-Za-z0-9_]*)\}/g;

/**
 * The value as the container sees it, with `${env:…}` filled in.
 *
 * @throws Error that names the variable that is set nowhere
 */
export async function resolved(
  value: string,
  container: Container,
  vault: Vault,
): Promise<string> {
  const parts: string[] = [];
  let end = 0;
  for (const match of value.matchAll(PLACEHOLDER)) {
    const [whole, name = ''] = match;
    parts.push(value.slice(end, match.index));
    parts.push(await variable(name, container, vault));
    end = match.index + whole.length;
  }
  return [...parts, value.slice(end)].join('');
}

/** `env` wins over `envFrom`, and there the last one wins. */
async function variable(
  name: string,
  { name: title, env = [], envFrom = [] }: Container,
  vault: Vault,
): Promise<string> {
  const own = env.findLast(one => one.name === name);
  const { secretKeyRef, configMapKeyRef } = own?.valueFrom ?? {};
  const found = own
    ? (own.value ??
      (secretKeyRef && (await vault.secret(secretKeyRef))[secretKeyRef.key]) ??
      (configMapKeyRef &&
        (await vault.configMap(configMapKeyRef))[configMapKeyRef.key]))
    : await variableFrom(name, envFrom, vault);
  if (found === undefined) {
    throw new Error(
      `Expected the variable ${name} of the container ${title} to come from a Secret or a ConfigMap, received none.`,
    );
  }
  return found;
}

async function variableFrom(
  name: string,
  envFrom: NonNullable<Container['envFrom']>,
  vault: Vault,
): Promise<string | undefined> {
  for (const { prefix = '', secretRef, configMapRef } of envFrom.toReversed()) {
    if (!name.startsWith(prefix)) continue;
    const key = name.slice(prefix.length);
    const found =
      (secretRef && (await vault.secret(secretRef))[key]) ??
      (configMapRef && (await vault.configMap(configMapRef))[key]);
    if (found !== undefined) return found;
  }
  return undefined;
}
