import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { COLLECTORS } from '../collect/collectors';
import { clusterRole } from './clusterRole';
import { iamPolicy } from './iamPolicy';

const README = join(
  dirname(require.resolve('../../package.json')),
  'README.md',
);

const START =
  '<!-- Generated from the collectors; UPDATE_EXPECTED=1 npm test -- actions/verify-guidelines writes it. -->';
const END = '<!-- End of the policies. -->';
const PART = new RegExp(`${START}[\\s\\S]*${END}`);

const CLUSTER = {
  name: 'CLUSTER',
  accountId: '111111111111',
  region: 'ap-northeast-1',
};

const ROLE = { name: 'scalardl-verify', group: 'scalardl-verify' };

function block(language: string, text: string): string {
  return `\`\`\`${language}\n${text.trimEnd()}\n\`\`\`\n`;
}

it('the README shows the rights that the collectors declare', () => {
  const policy = JSON.stringify(iamPolicy(COLLECTORS, CLUSTER), undefined, 2);
  const role = clusterRole(COLLECTORS, { ...ROLE, readSecrets: false });
  const wanted = [
    `${START}\n\n<!-- prettier-ignore-start -->\n\n`,
    block('json', policy),
    '\n',
    block('yaml', role),
    `\n<!-- prettier-ignore-end -->\n\n${END}`,
  ].join('');
  const text = readFileSync(README, 'utf8');
  if (process.env.UPDATE_EXPECTED === '1') {
    writeFileSync(
      README,
      text.replace(PART, () => wanted),
    );
  }
  expect(PART.exec(readFileSync(README, 'utf8'))?.[0]).toBe(wanted);
});
