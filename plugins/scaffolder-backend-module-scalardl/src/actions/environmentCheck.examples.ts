import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description:
      'Stop the task where a requirement is broken or cannot be judged',
    example: stringify({
      steps: [
        {
          id: 'check',
          name: 'Judge the environment',
          action: 'scalardl:environment:check',
        },
      ],
    }),
  },
  {
    description: 'Stop the task where a recommendation is broken, too',
    example: stringify({
      steps: [
        {
          id: 'check',
          name: 'Judge the environment strictly',
          action: 'scalardl:environment:check',
          input: { failOn: 'recommendation' },
        },
      ],
    }),
  },
  {
    description: "Only report, and show the report on the task's result page",
    example: stringify({
      steps: [
        {
          id: 'check',
          name: 'Report on the environment',
          action: 'scalardl:environment:check',
          input: { failOn: 'never' },
        },
      ],
      output: {
        text: [
          {
            title: 'Guidelines: ${{ steps.check.output.verdict }}',
            content: '${{ steps.check.output.report }}',
          },
        ],
      },
    }),
  },
];
