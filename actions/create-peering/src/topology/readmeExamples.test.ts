import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { INPUTS, understandInputs } from '../inputs';
import { readTopology } from './readTopology';

const README = join(
  dirname(require.resolve('../../package.json')),
  'README.md',
);

type With = Partial<Record<keyof typeof INPUTS, string>>;

/** The inputs of every example that lists networks, whatever of a workflow stands around them. */
function listExamples(): With[] {
  const blocks = readFileSync(README, 'utf8').matchAll(
    /```yaml\n([\s\S]*?)```/g,
  );
  return Array.from(blocks, ([, yaml = '']) => parse(yaml) as unknown)
    .map(block => (Array.isArray(block) ? block[0] : block) as { with?: With })
    .flatMap(step => (step.with?.networks ? [step.with] : []));
}

const DEFAULTS = Object.fromEntries(
  Object.entries(INPUTS).map(([name, input]) => [
    name,
    'default' in input ? input.default : '',
  ]),
) as Record<keyof typeof INPUTS, string>;

describe("the README's examples of networks", () => {
  const examples = listExamples();

  it('are three', () => {
    expect(examples).toHaveLength(3);
  });

  it.each(examples)('are understood: %j', async example => {
    const { networks, connections } = await readTopology(
      understandInputs({ ...DEFAULTS, ...example }),
    );
    const names = [...networks.keys()];
    expect(names).toHaveLength(2);
    expect(connections.flatMap(({ from, to }) => [from, to])).toEqual(names);
  });
});
