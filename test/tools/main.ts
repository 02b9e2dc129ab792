import { TEST_TOOL_NAMES, TOOL_NAMES, tool, type ToolName } from './tool.ts';

/**
 * Prepares the named tools, or all that tests run: `node test/tools/main.ts [--json] [NAME…]`. Progress goes to stderr; one
 * line a tool (one JSON object with `--json`) to stdout. Exits with 1 when one cannot be had.
 */
async function main(args: readonly string[]): Promise<void> {
  const asJson = args.includes('--json');
  const names = args.filter(argument => argument !== '--json');
  const unknown = names.filter(name => !isToolName(name));
  if (unknown.length > 0) {
    process.stderr.write(
      `Expected names out of ${TOOL_NAMES.join(', ')}, received ${unknown.join(', ')}.\n`,
    );
    process.exitCode = 2;
    return;
  }
  for (const name of names.length > 0
    ? names.filter(isToolName)
    : TEST_TOOL_NAMES) {
    const found = await tool(name);
    if (!found.ok) process.exitCode = 1;
    const line = asJson
      ? JSON.stringify({ name, ...found })
      : `tool ${name}: ${found.ok ? [found.version, found.path].filter(Boolean).join(' ') : `missing. ${found.reason}`}`;
    process.stdout.write(`${line}\n`);
  }
}

function isToolName(name: string): name is ToolName {
  return (TOOL_NAMES as string[]).includes(name);
}

void main(process.argv.slice(2));
