import type { Properties } from '../properties';

/** The two methods by which clients and servers authenticate; the server's default is `digital-signature`. */
export type AuthenticationMethod = 'hmac' | 'digital-signature';

const PLACEHOLDER = /\$\{env:([A-Za-z_][A-Za-z0-9_]*)\}/;

/** True where the value, or a part of it, comes from the environment and so cannot be read from the file. */
export function isFromEnvironment(value: string): boolean {
  return PLACEHOLDER.test(value);
}

/** True where the whole value comes from the environment. */
export function isPlaceholder(value: string): boolean {
  return new RegExp(`^${PLACEHOLDER.source}$`).test(value);
}

/** A Boolean property: `undefined` where it is set by the environment. */
export function readFlag(
  properties: Properties,
  key: string,
): boolean | undefined {
  const value = properties.get(key);
  if (value !== undefined && isFromEnvironment(value)) return undefined;
  // Java's Boolean.parseBoolean: everything but "true" is false.
  return value?.trim().toLowerCase() === 'true';
}

/** `<missing>` or the value in quotes, for a report. */
export function show(value: string | undefined): string {
  return value === undefined ? 'not set' : JSON.stringify(value);
}
