import type { Side } from '../../report/report';
import type { Properties } from '../properties';
import { type AuthenticationMethod, isFromEnvironment } from './configuration';

/** What ScalarDL takes where nothing is set (https://scalardl.scalar-labs.com/docs/latest/configurations/). */
export const DEFAULT_METHOD: AuthenticationMethod = 'digital-signature';

export function methodKey(side: Side): string {
  return `scalar.dl.${side}.authentication.method`;
}

/** The property that holds the secret which both sides share where they authenticate by HMAC. */
export function sharedKey(side: Side): string {
  return `scalar.dl.${side}.servers.authentication.hmac.secret_key`;
}

/** The method as it is written, which need not be one that ScalarDL knows. */
export function methodOf(properties: Properties, side: Side): string {
  return properties.get(methodKey(side)) ?? DEFAULT_METHOD;
}

/** The method, or `undefined` where an environment variable sets it. */
export function toldMethod(
  properties: Properties,
  side: Side,
): string | undefined {
  const method = methodOf(properties, side);
  return isFromEnvironment(method) ? undefined : method;
}
