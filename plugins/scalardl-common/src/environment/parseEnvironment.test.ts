import { readFileSync } from 'fs';
import { formatProblem, parseEnvironment } from '.';
it('tries', () => {
  const text = readFileSync(
    '/work/main/test/environment/good/payments.yaml',
    'utf8',
  );
  const show = (t: string) => {
    const s = performance.now();
    const r = parseEnvironment(t, { today: '2026-11-24' });
    const d = performance.now() - s;
    return (
      `${d.toFixed(1)}ms\n` +
      (r.ok ? 'ok' : r.problems.map(formatProblem).join('\n'))
    );
  };
  for (const f of [
    (t: string) => t,
    (t: string) => t,
    (t: string) => t.replace('"1.35"', '1.30'),
    (t: string) => t.replace('cidr: 10.1.0.0/20', 'cidr: 10.1.1.0/20'),
    (t: string) => t.replace('cidr: 10.1.0.0/20', 'cidr: 2001:db8::/56'),
    (t: string) => t.replace('region: ap-no', 'regoin: ap-no'),
    (t: string) =>
      t.replace(
        '    awsAccountId: "111111111111"\n',
        '    cidr: 3\n    __proto__: {a: 1}\n    name: x\n',
      ),
    (t: string) =>
      t.replace(/  ledger:[\s\S]*  auditor:/, '  ledger:\n  auditor:'),
    (t: string) =>
      t.replace('max: 6', 'max: "6"').replace('enabled: true', 'enabled: yes'),
    (t: string) => '[]',
    () => '',
    () => '# x',
    () => 'a: [',
    () => 'a: 1\na: 2',
    () => '&a [*a]',
    () => '!!foo x',
    () => '%YAML 1.1\n---\na: 1',
    (t: string) => `${t}\n---\na: 1`,
    () => 'x: .inf\n? [a]\n: 3\n<<: 3',
    () => '['.repeat(100000),
    () =>
      'a: &a [x,x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c,*c]\ne: [*d,*d,*d,*d,*d,*d,*d,*d,*d,*d]',
    () =>
      Array.from({ length: 40000 }, (_, i) => `${i.toString(36)}:`)
        .join('\n')
        .slice(0, 262144),
    () => '{'.repeat(20000),
    () => '- '.repeat(100000),
    () => 'a: '.repeat(1000),
    () => '? '.repeat(100000),
    () => '"'.repeat(200001),
    () => '*a '.repeat(50000),
    () => '&a '.repeat(50000),
    () => '#'.repeat(262144),
    () => '- |\n'.repeat(50000),
    () => '---\n'.repeat(60000),
    () => '[a,'.repeat(60000),
    () => ','.repeat(200000),
    () => '\t'.repeat(200000),
    () => '!a '.repeat(60000),
    () => ': '.repeat(100000),
    () => '}'.repeat(200000),
    () => '\n'.repeat(250000),
    () => '%'.repeat(200000),
    () => '%a\n'.repeat(60000),
    () => '>\n'.repeat(100000),
    () => '\u0000'.repeat(1000),
  ])
    console.log(show(f(text)).slice(0, 1500));
});
