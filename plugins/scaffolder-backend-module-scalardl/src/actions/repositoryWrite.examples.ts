import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Make a repository of the workspace',
    example: stringify({
      steps: [
        {
          id: 'write',
          name: 'Write the repository',
          action: 'scalardl:repository:write',
          input: { name: 'payments' },
        },
      ],
    }),
  },
  {
    description: 'Name the author and the message of the initial commit',
    example: stringify({
      steps: [
        {
          id: 'write',
          name: 'Write the repository',
          action: 'scalardl:repository:write',
          input: {
            name: 'payments',
            gitCommitMessage: 'Environment payments',
            gitAuthorName: 'Payments team',
            gitAuthorEmail: 'payments@example.com',
          },
        },
      ],
    }),
  },
];
