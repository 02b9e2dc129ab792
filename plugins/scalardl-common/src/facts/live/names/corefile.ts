/** One line of a block, with the block that it may open. */
export interface Directive {
  /** Name of a plugin, such as `forward`. */
  name: string;
  args: string[];
  /** Lines of its own block, each as its words. */
  block: string[][];
  /** Counted from one. */
  line: number;
}

/** What answers for some zones. */
export interface ServerBlock {
  /** In lower case, without the dot at the end; empty for every name. */
  zones: string[];
  directives: Directive[];
}

interface Line {
  words: string[];
  line: number;
}

/**
 * Reads a Corefile: server blocks, their plugins and the blocks of these
 * (https://coredns.io/manual/configuration/). Blocks that do not serve plain DNS on port 53 are left out where some do.
 *
 * @throws Error that says which line is not understood
 */
export function parseCorefile(text: string): ServerBlock[] {
  const lines = text.split('\n').flatMap((one, index): Line[] => {
    const words = wordsOf(one);
    return words.length > 0 ? [{ words, line: index + 1 }] : [];
  });
  const found: { keys: string[]; directives: Directive[] }[] = [];
  while (lines.length > 0) {
    const keys = keysBefore(lines);
    found.push({ keys, directives: directivesOf(lines) });
  }
  const onPort53 = found.map(({ keys, directives }) => ({
    zones: keys.filter(isPlain).map(zoneOf),
    directives,
  }));
  const served = onPort53.filter(({ zones }) => zones.length > 0);
  return served.length > 0
    ? served
    : found.map(({ keys, directives }) => ({
        zones: keys.map(zoneOf),
        directives,
      }));
}

/** Words between spaces, or between quotation marks, up to a comment. */
function wordsOf(line: string): string[] {
  const words = line.match(/"(?:[^"\\]|\\.)*"|\S+/g) ?? [];
  const comment = words.findIndex(word => word.startsWith('#'));
  return (comment < 0 ? words : words.slice(0, comment)).map(word =>
    word.startsWith('"') ? word.slice(1, -1).replace(/\\(.)/g, '$1') : word,
  );
}

/** The addresses before the brace of a block, which may go over several lines. */
function keysBefore(lines: Line[]): string[] {
  const keys: string[] = [];
  for (let next = lines.shift(); next; next = lines.shift()) {
    const { words, line } = next;
    const opens = words.at(-1) === '{';
    const own = opens ? words.slice(0, -1) : words;
    keys.push(...own.map(key => key.replace(/,$/, '')).filter(Boolean));
    if (opens) return keys;
    if (!words.at(-1)?.endsWith(',')) throw notUnderstood(line, words);
  }
  throw new Error('the Corefile ends before a brace that opens a block');
}

function directivesOf(lines: Line[]): Directive[] {
  const directives: Directive[] = [];
  for (let next = lines.shift(); next; next = lines.shift()) {
    const { words, line } = next;
    if (words.length === 1 && words[0] === '}') return directives;
    const opens = words.at(-1) === '{';
    const [name = '', ...args] = opens ? words.slice(0, -1) : words;
    if (name === '' || words.slice(0, -1).some(isBrace) || words.at(-1) === '}')
      throw notUnderstood(line, words);
    directives.push({ name, args, block: opens ? blockOf(lines) : [], line });
  }
  throw new Error('the Corefile ends before the brace that closes a block');
}

function isBrace(word: string): boolean {
  return word === '{' || word === '}';
}

function blockOf(lines: Line[]): string[][] {
  const block: string[][] = [];
  let depth = 1;
  for (let next = lines.shift(); next; next = lines.shift()) {
    const { words } = next;
    if (words.at(-1) === '{') depth += 1;
    if (words.length === 1 && words[0] === '}') depth -= 1;
    if (depth === 0) return block;
    block.push(words);
  }
  throw new Error('the Corefile ends before the brace that closes a plugin');
}

function notUnderstood(line: number, words: readonly string[]): Error {
  return new Error(
    `line ${line} of the Corefile is not understood: ${words.join(' ')}`,
  );
}

const KEY = /^(?:([a-z]+):\/\/)?(.*?)(?::(\d+))?$/;

function isPlain(key: string): boolean {
  const [, transport = 'dns', , port = '53'] = KEY.exec(key) ?? [];
  return transport === 'dns' && port === '53';
}

function zoneOf(key: string): string {
  const [, , zone = ''] = KEY.exec(key) ?? [];
  return plainZone(zone);
}

/** A zone in lower case, without the dot at the end. */
export function plainZone(zone: string): string {
  return zone.toLowerCase().replace(/\.$/, '');
}
