import { COREFILE } from '../fixture/corefile.fixture';
import { parseCorefile } from './corefile';

describe('parseCorefile', () => {
  it('reads what EKS writes', () => {
    const [block, ...others] = parseCorefile(COREFILE);
    expect(others).toEqual([]);
    expect(block?.zones).toEqual(['']);
    expect(block?.directives.map(({ name }) => name)).toEqual(
      'errors health ready kubernetes prometheus forward cache loop reload loadbalance'.split(
        ' ',
      ),
    );
    expect(block?.directives[3]).toEqual({
      name: 'kubernetes',
      args: ['cluster.local', 'in-addr.arpa', 'ip6.arpa'],
      block: [
        ['pods', 'insecure'],
        ['fallthrough', 'in-addr.arpa', 'ip6.arpa'],
      ],
      line: 7,
    });
  });

  it('reads several blocks, keys over several lines, comments and quotation marks', () => {
    const text = `# ours
dns://Example.ORG.:53, a.test {   # two zones
    forward . 10.9.0.2
}
one.test,
two.test:53 {
    template IN A {
      answer "{{ .Name }} 60 IN A 10.9.0.9" # one word
    }
}
`;
    expect(
      parseCorefile(text).map(({ zones, directives }) => [
        zones,
        directives.map(({ name, block }) => [name, block]),
      ]),
    ).toEqual([
      [['example.org', 'a.test'], [['forward', []]]],
      [
        ['one.test', 'two.test'],
        [['template', [['answer', '{{ .Name }} 60 IN A 10.9.0.9']]]],
      ],
    ]);
  });

  it('leaves out what serves something else than plain DNS', () => {
    const text = 'tls://. {\n whoami\n}\n.:5353 {\n whoami\n}\n. {\n loop\n}\n';
    expect(
      parseCorefile(text).map(({ directives }) => directives[0]?.name),
    ).toEqual(['loop']);
  });

  it('takes the port of its own where all blocks have one', () => {
    const [block] = parseCorefile('.:1053 {\n whoami\n}\n');
    expect(block?.zones).toEqual(['']);
  });

  it.each([
    ['. {\n loop\n', 'ends before the brace that closes a block'],
    [
      '. {\n hosts {\n  10.0.0.1 a\n',
      'ends before the brace that closes a plugin',
    ],
    ['.\nloop\n', 'line 1 of the Corefile is not understood: .'],
    ['. {\n loop }\n}', 'line 2 of the Corefile is not understood: loop }'],
  ])('does not guess what %j means', (text, message) => {
    expect(() => parseCorefile(text)).toThrow(message);
  });
});
