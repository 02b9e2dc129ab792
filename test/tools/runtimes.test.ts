import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { requireGo } from './goRuntime';
import { requirePython } from './pythonRuntime';

describe('what builds the tools', () => {
  const before = process.env.PATH;
  let folder: string;

  /** Makes a command the only one on PATH. */
  function onlyCommand(name: string, prints: string): void {
    const file = join(folder, name);
    writeFileSync(file, `#!/bin/sh\nprintf '${prints}\\n'\n`);
    chmodSync(file, 0o755);
  }

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'scalardl-on-eks-path-'));
    process.env.PATH = folder;
  });

  afterEach(() => {
    process.env.PATH = before;
    rmSync(folder, { recursive: true });
  });

  it.each(['go1.26.0', 'go1.27rc1', 'go2.0'])('takes %s', version => {
    onlyCommand('go', version);
    expect(requireGo).not.toThrow();
  });

  it.each(['go1.25.9', 'go1.9'])('refuses %s', version => {
    onlyCommand('go', version);
    expect(requireGo).toThrow(
      `Expected Go 1.26 or newer on PATH, received ${version}. Install it from https://go.dev/dl/.`,
    );
  });

  it('says that there is no Go', () => {
    expect(requireGo).toThrow('received no Go');
  });

  it('takes the first Python that is new enough', () => {
    onlyCommand('python3', '/usr/bin/python3.9\\n3 9');
    onlyCommand('python3.12', '/opt/bin/python3.12\\n3 12');
    expect(requirePython()).toBe('/opt/bin/python3.12');
  });

  it('says which Python is too old', () => {
    onlyCommand('python3', '/usr/bin/python3.9\\n3 9');
    expect(requirePython).toThrow(
      'Expected Python 3.11 or newer on PATH, received 3.9.',
    );
  });

  it('says that there is no Python', () => {
    expect(requirePython).toThrow('received no Python');
  });
});
