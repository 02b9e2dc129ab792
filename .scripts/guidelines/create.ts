import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { generatedFiles } from './generated';
import { GUIDELINES, KEBAB_CASE, ROOT } from './layout';
import { parityProblems } from './parity';
import { newGuidelineFiles } from './template';

/** `npm run create-guideline ID`: creates everything of a guideline and says what is left to write. */
function main([id = '', ...others]: readonly string[]): void {
  const mistake = mistakeIn(id, others);
  if (mistake) {
    process.stderr.write(`${mistake}\n`);
    process.exitCode = 1;
    return;
  }
  writeFiles(newGuidelineFiles(id));
  writeFiles(generatedFiles(ROOT));
  const left = parityProblems(ROOT).filter(problem => problem.includes(id));
  process.stdout.write(
    ['Left to do, as the parity test says it:', ...left, ''].join('\n'),
  );
}

function mistakeIn(id: string, others: readonly string[]): string | undefined {
  if (!KEBAB_CASE.test(id) || others.length > 0) {
    return `Expected one id in kebab-case that states the good case, such as nodes-span-three-zones; received ${JSON.stringify([id, ...others].join(' '))}. Run npm run create-guideline -- ID`;
  }
  return existsSync(join(ROOT, GUIDELINES, id))
    ? `${GUIDELINES}/${id} is there already; choose another id`
    : undefined;
}

function writeFiles(files: ReadonlyMap<string, string>): void {
  files.forEach((content, path) => {
    mkdirSync(dirname(join(ROOT, path)), { recursive: true });
    writeFileSync(join(ROOT, path), content);
  });
}

main(process.argv.slice(2));
