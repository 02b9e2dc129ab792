import { levels } from '../guidelines/levels';
import { ENVIRONMENT_FILE } from './environmentFile';
import type { Problem } from './problem';
import { NOTHING } from './received';
import { ruleProblems } from './rules';
import type { RuleContext } from './rules/rule';
import { type Environment, environmentSchema } from './schema';
import { schemaProblems } from './schemaProblems';
import { readSource } from './source/readSource';
import { validParts } from './validParts';

export interface ParseOptions extends RuleContext {
  /** Name of the file in problems. */
  file?: string;
}

export type ParsedEnvironment =
  { ok: true; environment: Environment } | { ok: false; problems: Problem[] };

/**
 * Reads an environment file and judges all of it: the YAML, every key, and the rules over several keys.
 * Gives the environment with defaults filled in, or every problem at once in the order of the file.
 * Never throws, whatever the text.
 */
export function parseEnvironment(
  text: string,
  options: ParseOptions = {},
): ParsedEnvironment {
  const { file = ENVIRONMENT_FILE, today } = options;
  const context = { today, guidelines: options.guidelines ?? levels };
  const { source, problems } = readSource(text, file);
  if (!source) return { ok: false, problems };
  const parsed = environmentSchema.safeParse(source.value);
  const issues = parsed.error?.issues ?? [];
  const flawed = new Set(problems.map(({ key }) => key));
  const all = [
    ...problems,
    // A value that was left out for a flaw is not missing.
    ...schemaProblems(issues, source).filter(
      ({ key, received }) => received !== NOTHING || !flawed.has(key),
    ),
    ...ruleProblems({
      parts: validParts(source.value, issues),
      source,
      context,
    }),
  ];
  if (parsed.success && all.length === 0)
    return { ok: true, environment: parsed.data };
  return { ok: false, problems: all.sort(byPlace) };
}

function byPlace(a: Problem, b: Problem): number {
  return a.line - b.line || a.column - b.column;
}
