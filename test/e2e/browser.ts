import { type Browser, type BrowserContext, chromium } from 'playwright-core';

/** Starts Chromium so that it asks nobody but the portal. */
export function startBrowser(executablePath: string): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** A fresh profile, and the addresses outside this machine that its pages ask for. */
export async function openProfile(
  browser: Browser,
  colorScheme: 'light' | 'dark',
): Promise<{ context: BrowserContext; outside: string[] }> {
  const context = await browser.newContext({
    colorScheme,
    viewport: { width: 1280, height: 1000 },
  });
  context.setDefaultTimeout(60_000);
  // The dev server reloads pages through this when a source file changes: not in the middle of a test.
  await context.routeWebSocket(/./, () => {});
  const outside: string[] = [];
  context.on('request', request => {
    const { protocol, hostname } = new URL(request.url());
    if (protocol.startsWith('http') && hostname !== '127.0.0.1') {
      outside.push(request.url());
    }
  });
  return { context, outside };
}
