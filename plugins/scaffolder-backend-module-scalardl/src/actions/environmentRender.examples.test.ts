import { createMockDirectory } from '@backstage/backend-test-utils';
import { readRepositoryFiles } from '@scalardl-on-eks/plugin-scalardl-node';
import { runExample } from '../__testUtils__/runExample';
import { environmentText } from '../environment/environmentText';
import { exampleEnvironment } from '../environment/exampleEnvironment';
import { createEnvironmentRenderAction } from './environmentRender';
import { examples } from './environmentRender.examples';

describe('scalardl:environment:render examples', () => {
  const root = createMockDirectory();
  const now = () => new Date('2026-11-24T10:00:00Z');

  it.each(examples)('$description', async example => {
    root.setContent({
      workspace: { 'scalardl.yaml': environmentText(exampleEnvironment) },
    });
    const outputs = await runExample(example, {
      actions: [createEnvironmentRenderAction({ now })],
      workspacePath: root.resolve('workspace'),
    });
    expect(outputs.files).toEqual(
      Object.keys(await readRepositoryFiles(root.resolve('workspace'))),
    );
    expect(outputs.environmentName).toBe('payments');
  });
});
