import { readFile, writeFile } from 'node:fs/promises';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { runAction } from '../__testUtils__/runAction';
import { environmentText } from '../environment/environmentText';
import { exampleEnvironment } from '../environment/exampleEnvironment';
import { createEnvironmentCheckAction } from './environmentCheck';
import { createEnvironmentRenderAction } from './environmentRender';

type FailOn = 'requirement' | 'recommendation' | 'derived' | 'never';

describe('scalardl:environment:check', () => {
  const root = createMockDirectory();
  const workspacePath = root.resolve('workspace');
  const now = () => new Date('2026-11-24T10:00:00Z');

  beforeEach(async () => {
    root.setContent({
      workspace: { 'scalardl.yaml': environmentText(exampleEnvironment) },
    });
    await runAction(createEnvironmentRenderAction({ now }), {
      workspacePath,
      input: { environmentFile: 'scalardl.yaml' },
    }).done;
  });

  function check(failOn?: FailOn, isDryRun?: boolean) {
    return runAction(createEnvironmentCheckAction({ now }), {
      workspacePath,
      input: { failOn },
      isDryRun,
    });
  }

  async function edit(path: string, from: string | RegExp, to: string) {
    const file = root.resolve('workspace', path);
    const before = await readFile(file, 'utf8');
    const after = before.replace(from, to);
    if (after === before) throw new Error(`${path} does not hold ${from}.`);
    await writeFile(file, after);
  }

  async function errorOf(done: Promise<void>): Promise<Error> {
    const error = await done.then(
      () => undefined,
      (reason: Error) => reason,
    );
    if (!error) throw new Error('Expected the check to fail, but it passed.');
    return error;
  }

  it.each([false, true])(
    'reports a rendered environment, dry run: %j',
    async isDryRun => {
      const { done, outputs, log } = check(undefined, isDryRun);
      await done;
      expect(outputs).toMatchObject({
        verdict: expect.stringMatching(/^(pass|fail|unknown)$/),
        counts: { pass: expect.any(Number), fail: expect.any(Number) },
        report: expect.stringContaining('disjoint-address-ranges'),
      });
      expect(log.join('\n')).toMatch(
        /pass +requirement +disjoint-address-ranges/,
      );
    },
  );

  it('fails on a hand-edit that breaks a requirement, with guideline, place and remedy', async () => {
    await edit('clusters/auditor.yaml', '10.1.16.0/20', '10.1.0.0/20');
    const { done, outputs } = check();
    const { name, message } = await errorOf(done);
    expect(name).toBe('InputError');
    expect(message).toMatch(
      /- disjoint-address-ranges \(requirement, pair\) fail at clusters\/auditor\.yaml:\d+:\d+: .* Remedy: ./,
    );
    expect(outputs).toEqual({});
  });

  it('fails on a requirement that cannot be judged', async () => {
    await edit('clusters/auditor.yaml', /^/, '{');
    const { message } = await errorOf(check().done);
    expect(message).toMatch(/\(requirement, .*\) unknown/);
  });

  it('fails on an empty workspace: nothing proves nothing', async () => {
    root.setContent({ workspace: {} });
    const { message } = await errorOf(check().done);
    expect(message).toContain('unknown');
  });

  it('passes a broken recommendation, and fails on it where that is asked', async () => {
    await edit('clusters/auditor.yaml', /m7i\.xlarge/g, 'm7i.large');
    const lenient = check();
    await lenient.done;
    expect(lenient.outputs.verdict).toBe('fail');
    const { message } = await errorOf(check('recommendation').done);
    expect(message).toMatch(
      /nodes-large-enough \(recommendation, auditor\) fail at clusters\/auditor\.yaml:\d+:\d+/,
    );
  });

  it('only reports where "never" is asked', async () => {
    await edit('clusters/auditor.yaml', '10.1.16.0/20', '10.1.0.0/20');
    const { done, outputs } = check('never');
    await done;
    expect(outputs.verdict).toBe('fail');
    expect(outputs.report).toContain('clusters/auditor.yaml');
  });
});
