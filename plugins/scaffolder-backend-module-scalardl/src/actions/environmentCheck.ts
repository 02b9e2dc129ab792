import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  countVerdicts,
  exceeds,
  overallVerdict,
  toMarkdown,
  toText,
} from '@scalardl-on-eks/plugin-scalardl-common';
import { brokenGuidelinesError } from '../plan/brokenGuidelines';
import { workspaceReport } from '../plan/workspaceReport';
import { examples } from './environmentCheck.examples';

/**
 * Creates the action `scalardl:environment:check`, which judges the workspace by every guideline that can
 * be judged on files and fails the task where a guideline of the chosen level is broken.
 *
 * @public
 */
export function createEnvironmentCheckAction(
  options: { now?: () => Date } = {},
) {
  const { now = () => new Date() } = options;
  return createTemplateAction({
    id: 'scalardl:environment:check',
    description:
      'Judges the rendered files in the workspace by the ScalarDL guidelines, before anything is published, and fails the task where one is broken.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        failOn: z =>
          z
            .enum(['requirement', 'recommendation', 'derived', 'never'])
            .describe(
              'Lowest level of guideline that fails the task when it is broken or cannot be judged; "requirement" by default, "never" only reports.',
            )
            .optional(),
      },
      output: {
        verdict: z =>
          z
            .enum(['pass', 'fail', 'unknown'])
            .describe(
              'fail where any guideline of any level is broken, unknown where one could not be judged, otherwise pass.',
            ),
        counts: z =>
          z
            .object({
              pass: z.number(),
              fail: z.number(),
              unknown: z.number(),
              skipped: z.number(),
              waived: z.number(),
            })
            .describe('Number of results by verdict.'),
        report: z => z.string().describe('Every result, as Markdown.'),
      },
    },
    async handler(ctx) {
      const { failOn = 'requirement' } = ctx.input;
      const report = await workspaceReport(ctx.workspacePath, now());
      ctx.logger.info(toText(report));
      const broken = exceeds(report, failOn);
      if (broken.length > 0) throw brokenGuidelinesError(broken, failOn);
      ctx.output('verdict', overallVerdict(report));
      ctx.output('counts', countVerdicts(report));
      ctx.output('report', toMarkdown(report));
    },
  });
}
