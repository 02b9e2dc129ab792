import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eksctlShapeFile } from './eksctlShape';
import { EKSCTL_SHAPE_FILE, ROOT } from './layout';

/** `npm run eksctl-shape -- PATH_OF_EKSCTL`: writes the shape of the ClusterConfig that this eksctl reads. */
function main([eksctl = 'eksctl']: readonly string[]): void {
  const run = (...args: string[]) =>
    execFileSync(eksctl, args, { encoding: 'utf8' });
  const [version = ''] = run('version').trim().split('-');
  const content = eksctlShapeFile(run('utils', 'schema'), version);
  writeFileSync(join(ROOT, EKSCTL_SHAPE_FILE), content);
  process.stdout.write(`${EKSCTL_SHAPE_FILE} written for ${version}\n`);
}

main(process.argv.slice(2));
