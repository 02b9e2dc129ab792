import { setTimeout as delay } from 'node:timers/promises';
import { PortalError } from './portalError';

const PAUSE_MILLISECONDS = 200;

/** Asks until the answer is yes or the signal is given. A request that fails is a no: the server may not listen yet. */
export async function waitUntil(
  what: string,
  options: {
    seconds: number;
    signal: AbortSignal;
    ask: () => Promise<boolean>;
  },
): Promise<void> {
  const { seconds, signal, ask } = options;
  const deadline = Date.now() + seconds * 1000;
  let cause: unknown;
  while (Date.now() < deadline) {
    try {
      if (await ask()) return;
      cause = undefined;
    } catch (error) {
      cause = error;
    }
    await delay(PAUSE_MILLISECONDS, undefined, { signal });
  }
  throw new PortalError(
    `Expected ${what} within ${seconds} seconds, received none.`,
    { cause },
  );
}

/** Whether the address answers with success. */
export async function answers(url: string, token?: string): Promise<boolean> {
  const response = await fetch(url, {
    headers: token ? { authorization: `Bearer ${token}` } : {},
  });
  await response.body?.cancel();
  return response.ok;
}

/** Signs in as the guest; returns a Backstage token. */
export async function guestToken(backendUrl: string): Promise<string> {
  const response = await fetch(`${backendUrl}/api/auth/guest/refresh`);
  if (!response.ok) {
    throw new PortalError(`Guest sign-in answered ${response.status}.`);
  }
  const body = (await response.json()) as {
    backstageIdentity: { token: string };
  };
  return body.backstageIdentity.token;
}
