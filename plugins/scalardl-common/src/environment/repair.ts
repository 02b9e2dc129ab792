import { closest, distance } from 'fastest-levenshtein';
import * as z from 'zod';
import { normaliseCidr } from '../network/cidr';
import { bare } from './shape/schemaTree';

/** A value that may have been meant, and the sentence that says what to do. */
interface Candidate {
  value: unknown;
  sentence: string;
}

/** What to write instead of a value, where a slip of the pen explains it: a sentence, or nothing. */
export function repair(
  schema: z.core.$ZodType,
  received: unknown,
  written: string | undefined,
): string | undefined {
  const candidates =
    typeof received === 'string'
      ? [...withoutQuotes(received), ...otherTexts(schema, received)]
      : withQuotes(written);
  return candidates.find(({ value }) => z.safeParse(schema, value).success)
    ?.sentence;
}

/** YAML read a number, true or false where a text is wanted. */
function withQuotes(written: string | undefined): Candidate[] {
  return written === undefined
    ? []
    : [{ value: written, sentence: `Put it in quotes: "${written}".` }];
}

function withoutQuotes(text: string): Candidate[] {
  const sentence = `Remove the quotes: ${text}.`;
  if (text === 'true' || text === 'false')
    return [{ value: text === 'true', sentence }];
  return /^\d+$/.test(text) ? [{ value: Number(text), sentence }] : [];
}

/** YAML 1.1 read these words as true and false; 1.2 does not. */
const FLAGS: ReadonlyMap<string, boolean> = new Map([
  ['yes', true],
  ['on', true],
  ['no', false],
  ['off', false],
]);

function otherTexts(schema: z.core.$ZodType, text: string): Candidate[] {
  const instead = [
    FLAGS.get(text.toLowerCase()),
    nearestOption(schema, text),
    normaliseCidr(text),
    text.trim().toLowerCase(),
    text.replace(/^v/, ''),
    `v${text}`,
  ];
  return [
    ...instead
      .filter(value => value !== undefined)
      .map(value => ({ value, sentence: `Write ${value}.` })),
    { value: [text], sentence: `Write it as a list: [${text}].` },
  ];
}

function nearestOption(
  schema: z.core.$ZodType,
  text: string,
): string | undefined {
  const inner = bare(schema);
  if (!(inner instanceof z.ZodEnum)) return undefined;
  const options = inner.options.map(String);
  const lower = text.toLowerCase();
  const near = closest(
    lower,
    options.map(option => option.toLowerCase()),
  );
  return distance(lower, near) <= Math.floor(near.length / 3)
    ? options.find(option => option.toLowerCase() === near)
    : undefined;
}
