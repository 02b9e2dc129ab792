import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../..');

interface JestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  testResults: { message: string }[];
}

/** Runs jest on one test that needs a browser, in an environment of its own. */
function runNeedingBrowser(env: Record<string, string>) {
  const folder = mkdtempSync(join(tmpdir(), 'scalardl-on-eks-nested-'));
  try {
    writeFileSync(
      join(folder, 'sample.test.ts'),
      `import { withTools } from '${join(__dirname, 'withTools')}';
       withTools(['chromium'], ({ chromium }) => {
         it('finds the browser', () => expect(chromium.path).toBe('${process.execPath}'));
         it('runs', () => undefined);
       });`,
    );
    const { stdout, stderr } = spawnSync(
      process.execPath,
      [
        join(ROOT, 'node_modules/jest/bin/jest.js'),
        '--json',
        '--config',
        JSON.stringify({
          rootDir: folder,
          transform: {
            '\\.(ts|mjs)$': [
              join(ROOT, 'node_modules/@swc/jest'),
              { jsc: { parser: { syntax: 'typescript' } } },
            ],
          },
        }),
      ],
      {
        encoding: 'utf8',
        env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env },
      },
    );
    return { report: JSON.parse(stdout) as JestReport, stderr };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('withTools', () => {
  it('runs the tests where the tool is there', () => {
    const { report } = runNeedingBrowser({ CHROMIUM: process.execPath });
    expect(report).toMatchObject({ numPassedTests: 2, numFailedTests: 0 });
  });

  it('skips and counts them where it is missing, with the reason', () => {
    const { report, stderr } = runNeedingBrowser({ CHROMIUM: '/missing' });
    expect(report).toMatchObject({
      numPassedTests: 0,
      numFailedTests: 0,
      numPendingTests: 2,
    });
    expect(stderr).toContain('CHROMIUM is set to /missing');
  });

  it('fails where it is missing in continuous integration', () => {
    const { report } = runNeedingBrowser({ CHROMIUM: '/missing', CI: 'true' });
    expect(report).toMatchObject({ numPassedTests: 0, numFailedTests: 1 });
    expect(report.testResults[0]?.message).toContain(
      'chromium: CHROMIUM is set to /missing',
    );
  });
});
