import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { withTools } from '../../tools/withTools';
import { goldens } from '../../golden';
import { actionlint, withRepository, zizmor } from './linters';

const ROOT = resolve(__dirname, '../../..');

const OWN_WORKFLOWS = join(ROOT, '.github/workflows');

/** Every repository whose workflows have to be clean: the generated ones and this one. */
const REPOSITORIES = [
  ...goldens().map(({ name, directory }) => ({ name, directory })),
  ...(existsSync(OWN_WORKFLOWS) && readdirSync(OWN_WORKFLOWS).length > 0
    ? [{ name: 'this project', directory: ROOT }]
    : []),
];

withTools(['actionlint', 'shellcheck', 'zizmor'], tools => {
  const lint = (repository: string) =>
    actionlint(repository, {
      actionlint: tools.actionlint.path,
      shellcheck: tools.shellcheck.path,
    });
  const audit = (repository: string) => zizmor(repository, tools.zizmor.path);

  it.each(REPOSITORIES)(
    'actionlint finds nothing in $name',
    async ({ directory }) => {
      expect(await withRepository(directory, lint)).toEqual([]);
    },
  );

  it.each(REPOSITORIES)(
    'zizmor finds nothing in $name',
    async ({ directory }) => {
      expect(await withRepository(directory, audit)).toEqual([]);
    },
  );

  describe('the linters find', () => {
    /** Findings in a generated repository whose validate workflow was changed. */
    async function findingsAfter(
      change: { from: string | RegExp; to: string },
      linter: (repository: string) => Promise<string[]>,
    ): Promise<string[]> {
      const [golden] = goldens();
      if (!golden) throw new Error('There is no golden environment.');
      return withRepository(golden.directory, async repository => {
        const file = join(repository, '.github/workflows/validate.yaml');
        const text = readFileSync(file, 'utf8');
        const changed = text.replace(change.from, change.to);
        expect(changed).not.toBe(text);
        writeFileSync(file, changed);
        return linter(repository);
      });
    }

    it.each([
      {
        title: 'an unknown key',
        from: /^jobs:/m,
        to: 'job:\n  x: {}\njobs:',
        finding: 'unexpected key "job" for "workflow" section',
      },
      {
        title: 'a runner that does not exist',
        from: /runs-on: .*/,
        to: 'runs-on: ubuntu-1',
        finding: 'label "ubuntu-1" is unknown',
      },
      {
        title: 'a script that loses words',
        from: /^( +)steps:\n/m,
        to: '$1steps:\n$1  - run: rm -r $UNQUOTED\n',
        finding: 'shellcheck reported issue in this script: SC2086',
      },
    ])('$title (actionlint)', async ({ from, to, finding }) => {
      expect(await findingsAfter({ from, to }, lint)).toContainEqual(
        expect.stringContaining(finding),
      );
    });

    it.each([
      {
        title: 'text of a stranger in a script',
        from: /^( +)steps:\n/m,
        to: '$1steps:\n$1  - run: echo "${{ github.event.pull_request.title }}"\n',
        finding: 'template-injection',
      },
      {
        title: 'an action that is not pinned',
        from: /(uses: actions\/checkout)@\S+/,
        to: '$1@v7',
        finding: 'unpinned-uses',
      },
      {
        title: 'a trigger that gives strangers the secrets',
        from: /^ {2}pull_request:/m,
        to: '  pull_request_target:',
        finding: 'dangerous-triggers',
      },
    ])('$title (zizmor)', async ({ from, to, finding }) => {
      expect(await findingsAfter({ from, to }, audit)).toContainEqual(
        expect.stringContaining(finding),
      );
    });
  });
});
