import { ItemScanner } from './itemScanner';

/** Scans the text in chunks of these lengths, the last one as often as is needed. */
function scan(text: string, lengths: readonly number[]) {
  const items: unknown[] = [];
  const scanner = new ItemScanner(json => items.push(JSON.parse(json)));
  const bytes = Buffer.from(text);
  const [...left] = lengths;
  for (let at = 0; at < bytes.length;) {
    const length = (left.length > 1 ? left.shift() : left[0]) ?? 1;
    scanner.write(bytes.subarray(at, at + length));
    at += length;
  }
  return { items, around: JSON.parse(scanner.end()) as unknown };
}

/** What is hard to scan: brackets, quotes and backslashes in strings, letters of several bytes, other `items`. */
const HARD = [
  { metadata: { name: 'a', labels: { 'b"]}': '\\' } }, spec: { items: [{}] } },
  {},
  { metadata: { annotations: { note: '"items":[{"\\"é漢😀' } }, status: [[]] },
  { data: { '': '{[', text: '\\\\"', '}': null }, items: [1, 'two', [3]] },
];

const AROUND = {
  kind: 'PodList',
  metadata: { continue: 'next"[', lists: [[{ items: [{}] }], []] },
};

const LISTS: [string, string][] = [
  ['as Kubernetes writes it', JSON.stringify({ ...AROUND, items: HARD })],
  ['as custom resources come', JSON.stringify({ items: HARD, ...AROUND })],
  ['for people', JSON.stringify({ ...AROUND, items: HARD }, null, 2)],
  ['without items', JSON.stringify({ ...AROUND, items: [] })],
  ['without a list', JSON.stringify(AROUND)],
];

describe('ItemScanner', () => {
  it.each(LISTS)(
    'finds the items of a list %s, however its bytes come',
    (_, text) => {
      const list = JSON.parse(text) as { items?: unknown[] };
      const { items = [] } = list;
      const around = 'items' in list ? { ...list, items: [] } : list;
      const bytes = Buffer.byteLength(text);
      const ways = [
        ...Array.from({ length: 40 }, (__, index) => [index + 1]),
        ...Array.from({ length: bytes }, (__, at) => [at + 1, bytes]),
      ];
      const expected = JSON.stringify({ items, around });
      const wrong = ways.filter(
        lengths => JSON.stringify(scan(text, lengths)) !== expected,
      );
      expect(wrong).toEqual([]);
    },
  );

  it('leaves managedFields empty, unless their key was cut in two', () => {
    const managedFields = [{ fieldsV1: { 'k:{"a":"]"}': { '.': {} } } }, {}];
    const pod = {
      metadata: { managedFields, name: 'a' },
      spec: { managedFields },
    };
    const text = JSON.stringify({ items: [pod, pod] });
    const lean = { ...pod, metadata: { managedFields: [], name: 'a' } };
    expect(scan(text, [text.length]).items).toEqual([lean, lean]);
    const inKey = text.indexOf('managedFields') + 5;
    expect(scan(text, [inKey, text.length]).items).toEqual([pod, lean]);
  });

  it('skips managedFields that come in many chunks', () => {
    const managedFields = [{ fieldsV1: { long: 'x'.repeat(200) } }];
    const pod = { metadata: { managedFields, name: 'a' }, status: [1] };
    const text = JSON.stringify({ items: [pod], metadata: { continue: 'b' } });
    expect(scan(text, [60, 7])).toEqual({
      items: [{ ...pod, metadata: { managedFields: [], name: 'a' } }],
      around: { items: [], metadata: { continue: 'b' } },
    });
  });

  it('leaves an answer that was cut off as something that is no JSON', () => {
    const text = JSON.stringify({ items: [{ metadata: { name: 'a' } }] });
    for (let length = 0; length < text.length; length += 1) {
      expect(() => scan(text.slice(0, length), [7])).toThrow(SyntaxError);
    }
  });
});
