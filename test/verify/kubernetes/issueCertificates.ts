import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** An authority and a certificate for loopback, as the bed makes them for its clusters. */
export function issueCertificates(python: string): {
  ca: string;
  cert: string;
  key: string;
} {
  const folder = mkdtempSync(join(tmpdir(), 'gate-'));
  const program =
    'import pathlib, sys; from testbed.kubernetes.certificates import issue; issue(pathlib.Path(sys.argv[1]))';
  const { status, stderr } = spawnSync(python, ['-c', program, folder], {
    env: { ...process.env, PYTHONPATH: resolve(import.meta.dirname, '../..') },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`No certificates were made: ${stderr}`);
  const text = (name: string) => readFileSync(join(folder, name), 'utf8');
  const made = {
    ca: text('ca.crt'),
    cert: text('apiserver.crt'),
    key: text('apiserver.key'),
  };
  rmSync(folder, { recursive: true });
  return made;
}
