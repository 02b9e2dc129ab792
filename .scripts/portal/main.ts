import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { PUBLISH_DIRECTORY, startPortal } from './portal';
import { PortalError } from './portalError';
import { assertDifferent, assertPortFree, portFromEnvironment } from './ports';

const USAGE = `npm start [-- --verbose]

Opens a Backstage on this machine, with the template of a ScalarDL environment.

  --verbose                   print what Backstage logs
  SCALARDL_PORTAL_PORT        port of the pages (3000)
  SCALARDL_BACKEND_PORT       port of the backend (7007)
  SCALARDL_PUBLISH_DIRECTORY  folder in which repositories appear
`;

/** `npm start`: runs the portal until it is interrupted. */
async function main(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { verbose: { type: 'boolean' }, help: { type: 'boolean' } },
  });
  if (values.help) {
    process.stdout.write(USAGE);
    return;
  }
  const interrupted = interruption();
  try {
    await run({ verbose: values.verbose ?? false, interrupted });
  } catch (error) {
    if (!interrupted.aborted) throw error;
  }
}

async function run(options: {
  verbose: boolean;
  interrupted: AbortSignal;
}): Promise<void> {
  const { verbose, interrupted } = options;
  const pages = portFromEnvironment('SCALARDL_PORTAL_PORT', 3000);
  const backend = portFromEnvironment('SCALARDL_BACKEND_PORT', 7007);
  assertDifferent(pages, backend);
  await assertPortFree(pages);
  await assertPortFree(backend);
  process.stderr.write('Starting Backstage …\n');
  const portal = await startPortal({
    portalPort: pages.port,
    backendPort: backend.port,
    publishDirectory: resolve(
      process.env.SCALARDL_PUBLISH_DIRECTORY ?? PUBLISH_DIRECTORY,
    ),
    frontEnd: true,
    signal: interrupted,
    onOutput: verbose ? text => process.stderr.write(text) : undefined,
  });
  process.stdout.write(
    `Fill in the form at ${portal.formUrl} and find the repository in ${portal.publishDirectory} (Ctrl-C ends Backstage)\n`,
  );
  try {
    await portal.failed;
  } finally {
    await portal.stop();
  }
}

/** Aborts on Ctrl-C, on a polite kill and when the terminal is closed. */
function interruption(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => controller.abort());
  }
  return controller.signal;
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(
    error instanceof PortalError
      ? `${error.message}\n`
      : `${error instanceof Error ? error.stack : error}\n`,
  );
  process.exitCode = 1;
});
