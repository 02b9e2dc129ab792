import { createMockDirectory } from '@backstage/backend-test-utils';
import { repositoryAt } from '../__testUtils__/repositoryAt';
import { runExample } from '../__testUtils__/runExample';
import { createRepositoryWriteAction } from './repositoryWrite';
import { examples } from './repositoryWrite.examples';

describe('scalardl:repository:write examples', () => {
  const root = createMockDirectory();

  it.each(examples)('$description', async example => {
    root.setContent({
      published: {},
      workspace: { 'scalardl.yaml': 'a: 1\n' },
    });
    const outputs = await runExample(example, {
      actions: [
        createRepositoryWriteAction({ directory: root.resolve('published') }),
      ],
      workspacePath: root.resolve('workspace'),
    });
    const repository = await repositoryAt(root.resolve('published/payments'));
    expect(repository.files).toEqual(['scalardl.yaml']);
    expect(outputs.commit).toBe(repository.commits[0]?.id);
  });
});
