/* eslint-disable jest/no-export, jest/expect-expect, jest/no-disabled-tests, jest/valid-title --
   defines tests for the files that call it, and skips them only with a printed and counted reason */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { toolAtHand, type Tool, type ToolName } from './tool.ts';

/** A real tool on a busy machine may take longer than jest's five seconds. */
const TIMEOUT_MILLISECONDS = 60_000;

/** A tool inside a test; its path must be read while a test runs, not while tests are defined. */
export interface ReadyTool {
  readonly path: string;
  readonly version?: string;
}

/**
 * Defines tests that need real tools, which are prepared first. Where one cannot be had, the tests are
 * skipped and counted with the reason printed; with `CI` set, a failing test says so instead.
 */
export function withTools<Name extends ToolName>(
  names: readonly Name[],
  define: (tools: Record<Name, ReadyTool>) => void,
): void {
  jest.setTimeout(TIMEOUT_MILLISECONDS);
  const tools = names.map(name => ({ name, tool: obtain(name) }));
  const missing = tools.flatMap(({ name, tool }) =>
    tool.ok ? [] : [`${name}: ${tool.reason}`],
  );
  const ready = Object.fromEntries(
    tools.map(({ name, tool }) => [name, tool.ok ? tool : unavailable(name)]),
  ) as Record<Name, ReadyTool>;

  if (missing.length === 0) {
    define(ready);
    return;
  }
  const title = `needs ${names.join(', ')}`;
  if (isContinuousIntegration()) {
    it(title, () => {
      throw new Error(missing.join('\n'));
    });
  } else {
    process.stderr.write(`Skipped, ${title}. ${missing.join(' ')}\n`);
  }
  describe.skip(title, () => {
    define(ready);
  });
}

function isContinuousIntegration(): boolean {
  const value = process.env.CI ?? '';
  return value !== '' && value !== '0' && value !== 'false';
}

/** Jest defines tests without waiting, so what has to be prepared is prepared by a process that can be waited for. */
function obtain(name: ToolName): Tool {
  const atHand = toolAtHand(name);
  if (atHand) return atHand;
  const { stdout, status, error } = spawnSync(
    process.execPath,
    [
      '--disable-warning=MODULE_TYPELESS_PACKAGE_JSON',
      join(import.meta.dirname, 'main.ts'),
      '--json',
      name,
    ],
    {
      encoding: 'utf8',
      env: { ...process.env, NODE_OPTIONS: '' },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  if (!stdout) {
    const why = error ? error.message : `exit code ${status}`;
    return { ok: false, reason: `test/tools/main.ts said nothing: ${why}` };
  }
  return JSON.parse(stdout) as Tool;
}

function unavailable(name: ToolName): ReadyTool {
  return {
    get path(): string {
      throw new Error(`${name} is not there; this test should be skipped.`);
    },
  };
}
