/** Imitates https://github.com/Azure/setup-helm with a Helm that is on this machine already. */
import { execFileSync } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { dirname } from 'node:path';

const {
  GITHUB_OUTPUT = '',
  GITHUB_PATH = '',
  INPUT_VERSION: wanted = '',
  STAND_IN_HELM: helm = '',
} = process.env;

try {
  const found = execFileSync(helm, ['version', '--template', '{{.Version}}'], {
    encoding: 'utf8',
  });
  if (found !== wanted) {
    throw new Error(`Expected Helm ${wanted}, received ${found}.`);
  }
  appendFileSync(GITHUB_PATH, `${dirname(helm)}\n`);
  appendFileSync(GITHUB_OUTPUT, `helm-path=${helm}\n`);
} catch (error) {
  process.stdout.write(
    `::error::${error instanceof Error ? error.message : String(error)}\n`,
  );
  process.exitCode = 1;
}
