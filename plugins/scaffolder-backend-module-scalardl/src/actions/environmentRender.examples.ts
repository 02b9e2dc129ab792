import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';
import { exampleEnvironment } from '../environment/exampleEnvironment';

export const examples: TemplateExample[] = [
  {
    description: 'Render the environment that the form asked for',
    example: stringify({
      steps: [
        {
          id: 'render',
          name: 'Render the repository',
          action: 'scalardl:environment:render',
          input: { environment: exampleEnvironment },
        },
      ],
    }),
  },
  {
    description:
      'Render an environment file that an earlier step put into the workspace, byte for byte',
    example: stringify({
      steps: [
        {
          id: 'render',
          name: 'Render the repository',
          action: 'scalardl:environment:render',
          input: { environmentFile: 'scalardl.yaml' },
        },
      ],
    }),
  },
];
