import { createMockDirectory } from '@backstage/backend-test-utils';
import { runAction } from '../__testUtils__/runAction';
import { runExample } from '../__testUtils__/runExample';
import { environmentText } from '../environment/environmentText';
import { exampleEnvironment } from '../environment/exampleEnvironment';
import { createEnvironmentCheckAction } from './environmentCheck';
import { examples } from './environmentCheck.examples';
import { createEnvironmentRenderAction } from './environmentRender';

describe('scalardl:environment:check examples', () => {
  const root = createMockDirectory();
  const now = () => new Date('2026-11-24T10:00:00Z');

  it.each(examples)('$description', async example => {
    root.setContent({
      workspace: { 'scalardl.yaml': environmentText(exampleEnvironment) },
    });
    const workspacePath = root.resolve('workspace');
    await runAction(createEnvironmentRenderAction({ now }), {
      workspacePath,
      input: { environmentFile: 'scalardl.yaml' },
    }).done;
    const outputs = await runExample(example, {
      actions: [createEnvironmentCheckAction({ now })],
      workspacePath,
    });
    expect(outputs.report).toContain('payments');
  });
});
