import type * as z from 'zod';
import { keysOf, schemaAt } from './shape/schemaTree';
import type { KeyPath } from './source/keyPath';

/** What a schema wanted where it found something else: the phrase after "expected". */
export function expectationOf(
  issue: z.core.$ZodIssue,
  schema: z.core.$ZodType,
): string {
  if (issue.code === 'invalid_value')
    return issue.values.map(String).join(' or ');
  if (issue.code === 'too_small' && issue.origin === 'array')
    return `a list of ${issue.minimum} or more`;
  if (issue.code === 'too_big' && issue.origin === 'array')
    return `a list of ${issue.maximum} or fewer`;
  if (issue.code === 'invalid_type') return expectedType(issue, schema);
  return issue.message;
}

function expectedType(
  issue: z.core.$ZodIssueInvalidType,
  schema: z.core.$ZodType,
): string {
  const keys = keysOf(schemaAt(schema, issue.path as KeyPath));
  if (keys.length > 0) return `a mapping with the keys ${keys.join(', ')}`;
  if (issue.expected === 'record') return 'a mapping';
  if (issue.expected === 'array') return 'a list';
  if (issue.expected === 'boolean') return 'true or false';
  return issue.message;
}
