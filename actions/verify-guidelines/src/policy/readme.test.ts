import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { COLLECTORS } from '../collect/collectors';
import { PROBE_RIGHTS } from '../collect/kubernetes/probe';
import { clusterRole } from './clusterRole';
import { iamPolicy } from './iamPolicy';
import { probeRole } from './probeRole';

const README = join(
  dirname(require.resolve('../../package.json')),
  'README.md',
);

const START =
  '<!-- Generated from the collectors; UPDATE_EXPECTED=1 npm test -- actions/verify-guidelines writes it. -->';
const END = '<!-- End of the policies. -->';
const PROBE_START =
  '<!-- Generated from what a probe does; UPDATE_EXPECTED=1 npm test -- actions/verify-guidelines writes it. -->';
const PROBE_END = '<!-- End of the Role for probes. -->';

const CLUSTER = {
  name: 'CLUSTER',
  accountId: '111111111111',
  region: 'ap-northeast-1',
};

const ROLE = { name: 'scalardl-verify', group: 'scalardl-verify' };

function block(language: string, text: string): string {
  return `\`\`\`${language}\n${text.trimEnd()}\n\`\`\`\n`;
}

const PROBE_ROLE = {
  name: 'scalardl-probe',
  namespace: 'NAMESPACE',
  group: ROLE.group,
};

/** Expects the part of the README between two lines to be this one, after writing it where that is asked for. */
function expectPart(
  { start, end }: { start: string; end: string },
  blocks: readonly string[],
): void {
  const wanted = [
    `${start}\n\n<!-- prettier-ignore-start -->\n\n`,
    blocks.join('\n'),
    `\n<!-- prettier-ignore-end -->\n\n${end}`,
  ].join('');
  const part = new RegExp(`${start}[\\s\\S]*${end}`);
  const text = readFileSync(README, 'utf8');
  if (process.env.UPDATE_EXPECTED === '1') {
    writeFileSync(
      README,
      text.replace(part, () => wanted),
    );
  }
  expect(part.exec(readFileSync(README, 'utf8'))?.[0]).toBe(wanted);
}

describe('the README', () => {
  it('shows the rights that the collectors declare', () => {
    const policy = JSON.stringify(iamPolicy(COLLECTORS, CLUSTER), undefined, 2);
    const role = clusterRole(COLLECTORS, { ...ROLE, readSecrets: false });
    expectPart({ start: START, end: END }, [
      block('json', policy),
      block('yaml', role),
    ]);
    expect(role).not.toContain('create');
  });

  it('shows the rights of a probe apart', () => {
    const role = probeRole(PROBE_RIGHTS, PROBE_ROLE);
    expectPart({ start: PROBE_START, end: PROBE_END }, [block('yaml', role)]);
    expect(role).toContain('create');
  });
});
