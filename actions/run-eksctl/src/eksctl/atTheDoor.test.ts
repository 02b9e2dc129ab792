import {
  chmodSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Deadline,
  InputError,
  terminalProgress,
} from '@scalardl-on-eks/action-toolkit';
import { PassThrough } from 'node:stream';
import type { Eksctl } from './eksctl';
import { runEksctl } from './runEksctl';
import { validateConfig } from './validateConfig';

const STS =
  'checking AWS STS access – cannot get role ARN for current session: operation error STS: GetCallerIdentity, https response error';
const THROTTLED = `${STS} StatusCode: 400, RequestID: 1, api error Throttling: Rate exceeded`;
const EXPIRED = `${STS} StatusCode: 403, RequestID: 1, api error ExpiredToken: The security token is expired`;
const THROTTLED_LATER =
  'operation error EKS: CreateAddon, StatusCode: 400, api error Throttling: Rate exceeded';

const deadline: Deadline = {
  at: Date.now() + 60_000,
  setBy: 'timeout: 1 minutes',
};

describe('eksctl at its first call', () => {
  let folder: string;
  const starts = () => readFileSync(join(folder, 'starts'), 'utf8').length;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'at-the-door-'));
    writeFileSync(join(folder, 'starts'), '');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** An eksctl that fails so often with this error. */
  function failing(times: number, error: string): Eksctl {
    const path = join(folder, 'eksctl');
    writeFileSync(
      path,
      `#!/bin/sh
printf x >> '${folder}/starts'
[ "$(wc -c < '${folder}/starts')" -gt ${times} ] && exit 0
echo 'Error: ${error}' >&2
exit 1
`,
    );
    chmodSync(path, 0o755);
    return { path, version: '9.9.9', origin: 'test' };
  }

  const run = (eksctl: Eksctl, until = deadline) =>
    runEksctl(
      {
        eksctl,
        progress: terminalProgress(new PassThrough()),
        deadline: until,
      },
      { args: ['create', 'cluster'] },
    );

  const validate = (eksctl: Eksctl) =>
    validateConfig({
      eksctl,
      path: 'cluster.yaml',
      file: '/x/cluster.yaml',
      deadline,
      signal: new AbortController().signal,
    });

  it('is started again where STS was throttled', async () => {
    await expect(run(failing(2, THROTTLED))).resolves.toMatchObject({
      exitCode: 0,
      complaint: '',
    });
    expect(starts()).toBe(3);
  });

  it('judges the file in the end, and does not blame it meanwhile', async () => {
    await expect(validate(failing(2, THROTTLED))).resolves.toBeUndefined();
    expect(starts()).toBe(3);
  });

  it.each([
    ['over credentials that stay wrong', EXPIRED],
    ['once it may have done something', THROTTLED_LATER],
  ])('is not started again %s', async (_, error) => {
    await expect(run(failing(9, error))).resolves.toMatchObject({
      exitCode: 1,
      complaint: error,
    });
    expect(starts()).toBe(1);
  });

  it('does not blame the file for credentials', async () => {
    const outcome = validate(failing(9, EXPIRED));
    await expect(outcome).rejects.toThrow(
      /^Expected eksctl to learn from AWS STS who it is, received: .+ExpiredToken.+; run it again\.$/,
    );
    await expect(outcome).rejects.not.toThrow(InputError);
  });

  it('still blames the file for what is wrong in it', async () => {
    await expect(validate(failing(9, 'unknown field "x"'))).rejects.toThrow(
      new InputError([
        'cluster-config: expected a file that eksctl 9.9.9 accepts, received cluster.yaml, of which it says: unknown field "x"',
      ]),
    );
  });

  it('does not go on after the deadline', async () => {
    const over = { ...deadline, at: Date.now() };
    await expect(run(failing(9, THROTTLED), over)).rejects.toThrow(
      /^The time is over \(timeout: 1 minutes\) while waiting for an answer of AWS STS to eksctl: /,
    );
  });
});
