import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { createEnvironmentCheckAction } from './actions/environmentCheck';
import { createEnvironmentRenderAction } from './actions/environmentRender';
import { createRepositoryWriteAction } from './actions/repositoryWrite';
import { actionSection } from './__testUtils__/actionTables';

const README = resolve(__dirname, '../README.md');
const BETWEEN =
  /(?<=<!-- actions: generated, UPDATE_EXPECTED=1 npm test -- readme -->\n)[^]*(?=\n<!-- actions end -->)/;

describe('README.md', () => {
  it('describes every action with every input and output', async () => {
    const readme = await readFile(README, 'utf8');
    const sections = [
      createEnvironmentRenderAction(),
      createEnvironmentCheckAction(),
      createRepositoryWriteAction({ directory: '' }),
    ].map(action => actionSection(action));
    const expected = readme.replace(
      BETWEEN,
      () => `\n${sections.join('\n\n')}\n`,
    );
    if (process.env.UPDATE_EXPECTED) await writeFile(README, expected);
    expect(await readFile(README, 'utf8')).toBe(expected);
    expect(expected).toMatch(BETWEEN);
  });
});
