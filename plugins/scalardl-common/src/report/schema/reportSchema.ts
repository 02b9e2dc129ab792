import * as z from 'zod';
import { MAXIMUM_SUBJECTS } from '../report';

const verdict = z
  .enum(['pass', 'fail', 'unknown', 'skipped', 'waived'])
  .describe(
    'pass: proved; fail: disproved; unknown: could not be read, never a pass; skipped: does not exist or is off; waived: a fail set aside with reason, owner and expiry.',
  );

const location = z
  .object({
    file: z.string().describe('Path inside the repository.'),
    line: z.int().min(1).describe('Line, counted from 1.'),
    column: z.int().min(1).describe('Column, counted from 1.'),
  })
  .describe('A place in a file.');

const subject = z
  .object({
    id: z.string().describe('Name of the thing, such as a node group.'),
    verdict,
    detail: z.string().optional().describe('What was seen of it.'),
    location: location.optional(),
  })
  .describe('One thing that a result is about.');

const result = z
  .object({
    guideline: z.string().describe('Id of the guideline.'),
    level: z
      .enum(['requirement', 'recommendation', 'derived'])
      .describe('How binding the guideline is.'),
    stage: z
      .enum(['plan', 'live'])
      .describe('plan: judged on files; live: judged on AWS and Kubernetes.'),
    scope: z
      .union([
        z.enum(['ledger', 'auditor', 'pair']),
        z.templateLiteral(['application:', z.string()]),
      ])
      .describe('One side, both together, or one application network.'),
    verdict,
    reason: z.string().optional().describe('Why the verdict is what it is.'),
    expected: z.string().optional().describe('What should have been there.'),
    observed: z.string().optional().describe('What was there.'),
    subjects: z
      .array(subject)
      .max(MAXIMUM_SUBJECTS)
      .describe('What was judged, worst first.'),
    subjectCount: z
      .int()
      .min(0)
      .describe('How many subjects there were before the list was cut.'),
    remedy: z.string().optional().describe('What to change.'),
    location: location.optional(),
  })
  .describe('The judgement of one guideline in one scope.');

/** The zod schema of a report. Keys that a later release adds are let through, so that old readers keep working. */
export const reportSchema = z.object({
  schemaVersion: z.literal(1).describe('Version of this format.'),
  environment: z.string().optional().describe('Name of the environment.'),
  tool: z.string().describe('Name and version of the program that judged.'),
  startedAt: z.iso.datetime().describe('When the run began, in UTC.'),
  complete: z
    .boolean()
    .describe('False when the run ended before everything was read.'),
  results: z.array(result).describe('Every result, passes included.'),
});

/** Where the published JSON Schema of a report stands. */
export const REPORT_SCHEMA_URL =
  'https://raw.githubusercontent.com/scalardl-on-eks/scalardl-on-eks/main/plugins/scalardl-common/schema/report.v1.json';

/** The JSON Schema (draft 2020-12) of `scalardl-report.json`. */
export function reportJsonSchema(): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(reportSchema, {
    io: 'input',
    target: 'draft-2020-12',
  });
  return {
    $schema,
    $id: REPORT_SCHEMA_URL,
    title: 'ScalarDL on EKS: report',
    description: 'Every verdict of one run over the guidelines.',
    ...schema,
  };
}
