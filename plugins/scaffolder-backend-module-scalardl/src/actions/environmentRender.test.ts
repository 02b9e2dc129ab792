import { symlinkSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { createMockDirectory } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import type { EnvironmentInput } from '@scalardl-on-eks/plugin-scalardl-common';
import { parseEnvironment } from '@scalardl-on-eks/plugin-scalardl-common';
import {
  packedSkeleton,
  readRepositoryFiles,
  renderEnvironment,
} from '@scalardl-on-eks/plugin-scalardl-node';
import { type StepOptions, runAction } from '../__testUtils__/runAction';
import { environmentText } from '../environment/environmentText';
import { exampleEnvironment } from '../environment/exampleEnvironment';
import { createEnvironmentRenderAction } from './environmentRender';

interface Input {
  environment?: EnvironmentInput;
  environmentFile?: string;
  [key: string]: unknown;
}

describe('scalardl:environment:render', () => {
  const root = createMockDirectory();
  const workspacePath = root.resolve('workspace');
  const now = () => new Date('2026-11-24T10:00:00Z');

  beforeEach(() => root.setContent({ workspace: {} }));

  function run(input: Input, options: { isDryRun?: boolean } = {}) {
    const action = createEnvironmentRenderAction({ now });
    return runAction(action, {
      ...options,
      workspacePath,
      input: input as StepOptions<never>['input'],
    });
  }

  function expectedFiles(source: string): Record<string, string> {
    const parsed = parseEnvironment(source);
    if (!parsed.ok) throw new Error('The example has problems.');
    return Object.fromEntries(
      renderEnvironment({ environment: parsed.environment, source }).map(
        ({ path, content }) => [path, content],
      ),
    );
  }

  it.each([{ isDryRun: false }, { isDryRun: true }])(
    'writes what the renderer makes of the environment into the workspace, %j',
    async options => {
      const { done, outputs } = run(
        { environment: exampleEnvironment },
        options,
      );
      await done;
      const files = expectedFiles(environmentText(exampleEnvironment));
      expect(await readRepositoryFiles(workspacePath)).toEqual(files);
      expect(outputs).toEqual({
        environmentName: 'payments',
        clusterNames: {
          ledger: 'payments-ledger',
          auditor: 'payments-auditor',
        },
        files: Object.keys(files),
      });
    },
  );

  it('shows the environment file in the log', async () => {
    const { done, log } = run({ environment: exampleEnvironment });
    await done;
    expect(log[0]).toContain(environmentText(exampleEnvironment));
  });

  it('keeps an environment file of the workspace byte for byte', async () => {
    const source = `${environmentText(exampleEnvironment)}\n# mine   \n`;
    root.addContent({ 'workspace/scalardl.yaml': source });
    await run({ environmentFile: 'scalardl.yaml' }).done;
    await expect(
      readFile(root.resolve('workspace/scalardl.yaml'), 'utf8'),
    ).resolves.toBe(source);
    await expect(readdir(workspacePath)).resolves.toContain('clusters');
  });

  it('refuses another environment file in the workspace than the one to render', async () => {
    root.addContent({ 'workspace/scalardl.yaml': 'kind: Other\n' });
    await expect(
      run({ environment: exampleEnvironment }).done,
    ).rejects.toMatchObject({ name: 'ConflictError' });
    expect(await readRepositoryFiles(workspacePath)).toEqual({
      'scalardl.yaml': 'kind: Other\n',
    });
  });

  it('renders the skeleton that it was given', async () => {
    const action = createEnvironmentRenderAction({
      now,
      skeleton: {
        version: 'ours+1',
        personOwned: [],
        files: [{ path: 'hello.txt', content: 'hello\n' }],
      },
    });
    await runAction(action, {
      workspacePath,
      input: { environment: { ...exampleEnvironment } as JsonObject },
    }).done;
    const files = await readRepositoryFiles(workspacePath);
    expect(files['hello.txt']).toBe('hello\n');
    expect(files['.scalardl-on-eks.yaml']).toContain('ours+1');
    expect(files['.scalardl-on-eks.yaml']).not.toContain(
      packedSkeleton.version,
    );
  });

  describe('inputs that cannot be rendered', () => {
    it.each([
      ['neither', {}],
      ['both', { environment: exampleEnvironment, environmentFile: 'a.yaml' }],
    ])('%s', async (received, input) => {
      await expect(run(input).done).rejects.toMatchObject({
        name: 'InputError',
        message: expect.stringContaining(`received ${received}`),
      });
    });

    it('a file that is not there', async () => {
      await expect(
        run({ environmentFile: 'missing.yaml' }).done,
      ).rejects.toMatchObject({
        name: 'InputError',
        message: expect.stringMatching(/"environmentFile".*"missing.yaml"/),
      });
    });

    it('a file outside the workspace, also by a link', async () => {
      root.addContent({ 'outside.yaml': environmentText(exampleEnvironment) });
      symlinkSync(
        root.resolve('outside.yaml'),
        root.resolve('workspace/in.yaml'),
      );
      for (const environmentFile of ['../outside.yaml', 'in.yaml']) {
        await expect(run({ environmentFile }).done).rejects.toMatchObject({
          name: 'NotAllowedError',
        });
      }
    });

    it('an environment with problems: all are told at once, and nothing is written', async () => {
      const { spec } = exampleEnvironment;
      const overlapping = {
        ...exampleEnvironment,
        spec: {
          ...spec,
          kubernetesVersion: '1.12',
          auditor: { ...spec.auditor, network: { ...spec.ledger.network } },
        },
      };
      const { done } = run({ environment: overlapping });
      const error = await done.then(
        () => undefined,
        (reason: Error) => reason,
      );
      expect(error?.name).toBe('InputError');
      expect(error?.message).toMatch(
        /scalardl\.yaml:\d+:\d+ spec\.kubernetesVersion: expected .*, received 1\.12/,
      );
      expect(error?.message).toMatch(
        /scalardl\.yaml:\d+:\d+ spec\.auditor\.network\.cidr: expected .*10\.1\.0\.0\/20.*, received 10\.1\.0\.0\/20/,
      );
      expect(await readdir(workspacePath)).toEqual([]);
    });
  });
});
