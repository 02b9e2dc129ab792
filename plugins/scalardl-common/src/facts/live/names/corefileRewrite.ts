import { type Directive, plainZone } from './corefile';

/** What a `rewrite` does with a question. */
export type Rewritten =
  | { kind: 'untouched' }
  /** The question is now about this name; `on` where further rules are asked. */
  | { kind: 'renamed'; name: string; on: boolean }
  | { kind: 'unclear' };

const UNTOUCHED: Rewritten = { kind: 'untouched' };
const UNCLEAR: Rewritten = { kind: 'unclear' };

const FLOWS = ['stop', 'continue'];
const MATCHES = ['exact', 'prefix', 'suffix', 'substring', 'regex'];

/** Fields of a question whose change leaves the answer's addresses alone. */
const HARMLESS = ['ttl', 'edns0'];

/** What is asked for where an address is wanted. */
const ASKED = ['A', 'IN'];

/**
 * What a line `rewrite [continue|stop] FIELD …` does with a question for the addresses of a name
 * (https://coredns.io/plugins/rewrite/).
 */
export function rewriteOf({ args, block }: Directive, name: string): Rewritten {
  const own = args.filter((word, index) => index > 0 || !FLOWS.includes(word));
  const [rule = [], ...answers] = own.length > 0 ? [own, ...block] : block;
  const [field = '', ...rest] = rule;
  if (HARMLESS.includes(field)) return UNTOUCHED;
  if (field === 'type' || field === 'class')
    return ASKED.includes(rest[0]?.toUpperCase() ?? '') ? UNCLEAR : UNTOUCHED;
  if (field !== 'name') return UNCLEAR;
  const [match = '', from = '', to = '', ...more] = MATCHES.includes(
    rest[0] ?? '',
  )
    ? rest
    : ['exact', ...rest];
  if (!mayMatch(match, plainZone(from), name)) return UNTOUCHED;
  const changesAnswer = [...answers, more].some(words =>
    words.includes('value'),
  );
  return match === 'exact' && !changesAnswer
    ? {
        kind: 'renamed',
        name: plainZone(to),
        on: args[0] === 'continue',
      }
    : UNCLEAR;
}

function mayMatch(match: string, from: string, name: string): boolean {
  switch (match) {
    case 'exact':
      return name === from;
    case 'prefix':
      return name.startsWith(from);
    case 'suffix':
      return name.endsWith(from);
    case 'substring':
      return name.includes(from);
    default:
      // An expression of Go is not tried here.
      return true;
  }
}
