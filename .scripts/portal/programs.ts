import { resolve } from 'node:path';
import { type ChildProgram, startProgram } from './childProgram';
import type { PortalOptions } from './portal';

const ROOT = resolve(__dirname, '../..');
const BACKEND = resolve(ROOT, 'plugins/scaffolder-backend-module-scalardl');
const FRONT_END = resolve(ROOT, 'plugins/scaffolder-module-scalardl');
const CONFIG = resolve(BACKEND, 'dev/app-config.yaml');

/** The loader by which Backstage's own tools run TypeScript from source. */
const TRANSFORM = resolve(
  ROOT,
  'node_modules/@backstage/cli-node/config/nodeTransform.cjs',
);

/** Starts the backend's own process. */
export function startBackend(options: PortalOptions): ChildProgram {
  return startProgram({
    title: "The portal's backend",
    // Not by `backstage-cli package start`: that one watches and restarts, for nobody here.
    command: [
      process.execPath,
      '--require',
      TRANSFORM,
      'dev/index.ts',
      ...configArguments(options),
    ],
    cwd: BACKEND,
    env: environment(options),
    onOutput: options.onOutput,
  });
}

/** Starts the dev server of the pages. */
export function startFrontEnd(options: PortalOptions): ChildProgram {
  return startProgram({
    title: "The portal's pages",
    command: [
      process.execPath,
      resolve(ROOT, 'node_modules/@backstage/cli/bin/backstage-cli'),
      'package',
      'start',
      ...configArguments(options),
    ],
    cwd: FRONT_END,
    env: environment(options),
    onOutput: options.onOutput,
  });
}

function configArguments({ configFiles = [] }: PortalOptions): string[] {
  return [CONFIG, ...configFiles].flatMap(file => ['--config', file]);
}

function environment(options: PortalOptions): NodeJS.ProcessEnv {
  return {
    ...process.env,
    // Guest sign-in exists only in development.
    NODE_ENV: 'development',
    BROWSER: 'none',
    SCALARDL_PORTAL_PORT: String(options.portalPort),
    SCALARDL_BACKEND_PORT: String(options.backendPort),
    SCALARDL_PUBLISH_DIRECTORY: options.publishDirectory,
  };
}
