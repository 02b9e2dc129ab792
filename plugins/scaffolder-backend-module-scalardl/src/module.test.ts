import { readdir } from 'node:fs/promises';
import {
  createMockDirectory,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import type { JsonObject } from '@backstage/types';
import request from 'supertest';
import { parse } from 'yaml';
import scaffolderModuleScalardl from '.';
import { examples as renderExamples } from './actions/environmentRender.examples';
import { examples as writeExamples } from './actions/repositoryWrite.examples';

jest.setTimeout(60_000);

describe('scaffolderModuleScalardl', () => {
  const root = createMockDirectory();
  const skeletonDirectory = root.resolve('skeleton');

  beforeEach(() =>
    root.setContent({
      skeleton: {
        'skeleton.yaml': 'personOwned: []\n',
        'ours.md.eta': '<%= it.environment.metadata.name %> is ours\n',
      },
    }),
  );

  async function start(scalardl: JsonObject) {
    const { server } = await startTestBackend({
      features: [
        scaffolderPlugin,
        scaffolderModuleScalardl,
        catalogServiceMock.factory(),
        mockServices.rootConfig.factory({
          data: {
            backend: { workingDirectory: root.resolve('.') },
            scalardl,
          },
        }),
      ],
    });
    return server;
  }

  async function ownActions(scalardl: JsonObject): Promise<string[]> {
    const response = await request(await start(scalardl))
      .get('/api/scaffolder/v2/actions')
      .expect(200);
    const actions = response.body as { id: string }[];
    return actions
      .map(({ id }) => id)
      .filter(id => id.startsWith('scalardl:'))
      .sort();
  }

  it('writes to disk only where app-config names a directory', async () => {
    await expect(ownActions({})).resolves.toEqual([
      'scalardl:environment:check',
      'scalardl:environment:render',
    ]);
    await expect(
      ownActions({ publish: { directory: root.resolve('published') } }),
    ).resolves.toEqual([
      'scalardl:environment:check',
      'scalardl:environment:render',
      'scalardl:repository:write',
    ]);
  });

  it('dry-runs a template of its examples, with the skeleton of app-config, and publishes nothing', async () => {
    const server = await start({
      publish: { directory: root.resolve('published') },
      skeletonDirectory,
    });
    const steps = [renderExamples[0], writeExamples[0]].flatMap(
      example => parse(example?.example ?? '').steps,
    );
    const response = await request(server)
      .post('/api/scaffolder/v2/dry-run')
      .send({
        template: {
          apiVersion: 'scaffolder.backstage.io/v1beta3',
          kind: 'Template',
          metadata: { name: 'example' },
          spec: {
            type: 'environment',
            steps,
            output: { directory: '${{ steps.write.output.directory }}' },
          },
        },
        values: {},
        secrets: {},
        directoryContents: [],
      })
      .expect(200);
    const files = new Map<string, string>(
      response.body.directoryContents.map(
        (file: { path: string; base64Content: string }) => [
          file.path,
          Buffer.from(file.base64Content, 'base64').toString(),
        ],
      ),
    );
    expect(files.get('ours.md')).toBe('payments is ours\n');
    expect([...files.keys()]).toContain('clusters/ledger.yaml');
    expect(response.body.output).toEqual({
      directory: root.resolve('published/payments'),
    });
    expect(await readdir(root.path)).not.toContain('published');
  });

  it('does not start with a skeleton that it cannot load', async () => {
    await expect(
      start({ skeletonDirectory: root.resolve('missing') }),
    ).rejects.toMatchObject({
      message: expect.stringContaining(root.resolve('missing')),
    });
  });
});
