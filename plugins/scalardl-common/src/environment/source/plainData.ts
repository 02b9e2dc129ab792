import {
  type Node,
  type Pair,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
  isAlias,
  isMap,
  isNode,
  isScalar,
} from 'yaml';
import {
  FORBIDDEN_KEYS,
  type Flaw,
  MAXIMUM_DEPTH,
  MAXIMUM_VALUES,
  type Spot,
  endlessAlias,
  forbiddenKey,
  keyNotText,
  mergeKey,
  notJson,
  repeatedKey,
  tooDeep,
  tooManyValues,
  unknownAnchor,
} from './flaw';
import type { Key, KeyPath } from './keyPath';
import type { Position } from './position';

/** What a document holds as plain JSON data, where it stands, and what was left out of it. */
export interface PlainData {
  value: unknown;
  position: Position;
  flaws: Flaw[];
}

/** Leaves the walk when the document is too large; never leaves this module. */
class TooLarge extends Error {
  constructor(readonly flaw: Flaw) {
    super(flaw.expected);
  }
}

interface Place {
  path: KeyPath;
  position: Position;
}

class Walk {
  readonly flaws: Flaw[] = [];
  private readonly anchors = new Map<string, Node>();
  private readonly open = new Set<Node>();
  private count = 0;

  constructor(private readonly lineOf: (offset: number) => number) {}

  visit(node: Node, place: Place): unknown {
    const spot = spotOf(place);
    this.count += 1;
    if (this.count > MAXIMUM_VALUES) throw new TooLarge(tooManyValues(spot));
    if (isAlias(node)) return this.follow(node.source, place);
    if (node.anchor) this.anchors.set(node.anchor, node);
    if (isScalar(node)) return this.scalar(node, place);
    if (this.open.size >= MAXIMUM_DEPTH) throw new TooLarge(tooDeep(spot));
    this.open.add(node);
    const value = isMap(node)
      ? this.mapping(node, place)
      : this.list(node as YAMLSeq, place);
    this.open.delete(node);
    return value;
  }

  private follow(name: string, place: Place): unknown {
    const target = this.anchors.get(name);
    if (!target || this.open.has(target)) {
      const flaw = target ? endlessAlias : unknownAnchor;
      this.flaws.push(flaw(spotOf(place), name));
      return undefined;
    }
    return this.visit(target, place);
  }

  private scalar(node: Scalar, place: Place): unknown {
    const { value, source } = node;
    if (typeof value === 'string') return value;
    place.position.written = source;
    const plain =
      value === null || typeof value === 'boolean' || Number.isFinite(value);
    if (plain) return value;
    this.flaws.push(notJson(spotOf(place), source ?? String(value)));
    return undefined;
  }

  private list(node: YAMLSeq, place: Place): unknown[] {
    return node.items.map((item, index) =>
      isNode(item)
        ? this.visit(item, this.child(place, index, offsetOf(item)))
        : null,
    );
  }

  private mapping(node: YAMLMap, place: Place): Record<string, unknown> {
    const entries = node.items.flatMap(pair => {
      const key = this.key(pair, place);
      if (key === undefined) return [];
      const inner = this.child(place, key, offsetOf(pair.key));
      const value = isNode(pair.value) ? this.visit(pair.value, inner) : null;
      return [[key, value] as const];
    });
    return Object.fromEntries(entries);
  }

  /** The key of a pair, `undefined` where it is refused. */
  private key(pair: Pair, place: Place): string | undefined {
    const offset = offsetOf(pair.key, place.position.offset);
    const key = isScalar(pair.key) ? pair.key.value : undefined;
    if (typeof key !== 'string') {
      const written = isScalar(pair.key) && pair.key.source;
      const received = written || 'something else';
      this.flaws.push(keyNotText({ path: place.path, offset }, received));
      return undefined;
    }
    const spot = { path: [...place.path, key], offset };
    const first = place.position.children.get(key);
    const flaw = refusedKey(key, spot, first && this.lineOf(first.offset));
    if (flaw) this.flaws.push(flaw);
    return flaw ? undefined : key;
  }

  private child(place: Place, key: Key, offset: number): Place {
    const position: Position = { offset, children: new Map() };
    place.position.children.set(key, position);
    return { path: [...place.path, key], position };
  }
}

/**
 * Turns a parsed document into plain data. Aliases are followed in the order of the text, as YAML has it;
 * keys and values that are refused are left out and told as flaws.
 */
export function toPlainData(
  contents: unknown,
  lineOf: (offset: number) => number,
): PlainData {
  const position: Position = { offset: 0, children: new Map() };
  const walk = new Walk(lineOf);
  try {
    const value = isNode(contents)
      ? walk.visit(contents, { path: [], position })
      : undefined;
    return { value, position, flaws: walk.flaws };
  } catch (error) {
    if (!(error instanceof TooLarge)) throw error;
    return { value: undefined, position, flaws: [error.flaw] };
  }
}

function refusedKey(
  key: string,
  spot: Spot,
  firstLine: number | undefined,
): Flaw | undefined {
  if (key === '<<') return mergeKey(spot);
  if (FORBIDDEN_KEYS.includes(key)) return forbiddenKey(spot, key);
  return firstLine === undefined ? undefined : repeatedKey(spot, firstLine);
}

function spotOf(place: Place): Spot {
  return { path: place.path, offset: place.position.offset };
}

function offsetOf(node: unknown, fallback = 0): number {
  return isNode(node) && node.range ? node.range[0] : fallback;
}
