import { resolve } from 'node:path';
import { HOST } from './ports';
import { startBackend, startFrontEnd } from './programs';
import { answers, guestToken, waitUntil } from './readiness';

const TEMPLATE = 'default/scalardl-on-eks';

/** Where repositories appear unless SCALARDL_PUBLISH_DIRECTORY names another folder; git ignores it. */
export const PUBLISH_DIRECTORY = resolve(
  __dirname,
  '../../.cache/repositories',
);

/** Generous: on a small machine that does other work, too, the first start takes longest. */
const START_SECONDS = 180;

export interface PortalOptions {
  portalPort: number;
  backendPort: number;
  publishDirectory: string;
  /** Whether pages are served, too; without them there is only the backend's API. */
  frontEnd: boolean;
  /** Further app-config files; the last one wins. */
  configFiles?: readonly string[];
  /** Ends the portal, also while it starts. */
  signal?: AbortSignal;
  onOutput?: (text: string) => void;
}

/** A running Backstage with the template registered and the disk as its destination. */
export interface Portal {
  /** Address of the form. */
  formUrl: string;
  backendUrl: string;
  publishDirectory: string;
  /** Rejects when a part of the portal ends by itself or the signal is given; never resolves. */
  failed: Promise<never>;
  /** Ends every process of the portal. */
  stop(): Promise<void>;
}

/**
 * Starts the portal and waits until its form can be filled.
 *
 * @throws PortalError where a part of it does not come up; nothing is left running then.
 */
export async function startPortal(options: PortalOptions): Promise<Portal> {
  const portalUrl = `http://${HOST}:${options.portalPort}`;
  const backendUrl = `http://${HOST}:${options.backendPort}`;
  const programs = [
    startBackend(options),
    ...(options.frontEnd ? [startFrontEnd(options)] : []),
  ];
  const failed = Promise.race([
    ...programs.map(program => program.failed),
    ...(options.signal ? [aborted(options.signal)] : []),
  ]);
  failed.catch(() => {});
  const ending = new AbortController();
  const stop = async () => {
    ending.abort();
    await Promise.all(programs.map(program => program.stop()));
  };
  try {
    await Promise.race([
      failed,
      Promise.all([
        backendReady(backendUrl, ending.signal),
        options.frontEnd ? frontEndReady(portalUrl, ending.signal) : undefined,
      ]),
    ]);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    formUrl: `${portalUrl}/create/templates/${TEMPLATE}`,
    backendUrl,
    publishDirectory: options.publishDirectory,
    failed,
    stop,
  };
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason));
  });
}

async function backendReady(
  backendUrl: string,
  signal: AbortSignal,
): Promise<void> {
  await waitUntil("an answer of the portal's backend", {
    seconds: START_SECONDS,
    signal,
    ask: () => answers(`${backendUrl}/.backstage/health/v1/readiness`),
  });
  const token = await guestToken(backendUrl);
  await waitUntil('the template in the catalog', {
    seconds: START_SECONDS,
    signal,
    ask: () =>
      answers(
        `${backendUrl}/api/catalog/entities/by-name/template/${TEMPLATE}`,
        token,
      ),
  });
}

async function frontEndReady(
  portalUrl: string,
  signal: AbortSignal,
): Promise<void> {
  await waitUntil("an answer of the portal's pages", {
    seconds: START_SECONDS,
    signal,
    ask: () => answers(portalUrl),
  });
}
