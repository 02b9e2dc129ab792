import { COREFILE, corefileWith } from '../fixture/corefile.fixture';
import { type ServerAnswer, serverAnswer } from './serverAnswer';

const NAME = 'ledger.payments.internal';
const BALANCER = 'k8s-1.elb.ap-northeast-1.amazonaws.com';

const answer = (corefile: string, name = NAME) =>
  serverAnswer(name, { corefile, place: 'ConfigMap a/b' });

/** An answer in short. */
function told(found: ServerAnswer): string {
  if (found.kind === 'own') return `own ${found.name}`;
  if (found.kind === 'forwarded')
    return `${found.name} to ${found.servers.join(' ')}`;
  return found.leads
    .map(leads => {
      if (leads.to === 'address') return leads.address;
      return leads.to === 'name' ? leads.name : `${leads.to}: ${leads.why}`;
    })
    .join(', ');
}

const STANDARD = `${NAME} to /etc/resolv.conf`;

describe('serverAnswer', () => {
  it('asks others for what the cluster does not hold', () => {
    expect(told(answer(COREFILE))).toBe(STANDARD);
    expect(told(answer(COREFILE, BALANCER))).toBe(
      `${BALANCER} to /etc/resolv.conf`,
    );
  });

  it('knows the names of the cluster', () => {
    expect(told(answer(COREFILE, 'a.b.svc.cluster.local'))).toBe(
      'own a.b.svc.cluster.local',
    );
  });

  it.each<[string, string[]]>([
    ['a rewrite of another name', ['rewrite name other.internal x.internal']],
    ['a rewrite of another end', ['rewrite name suffix .other. .x.']],
    ['a rewrite of a time to live', ['rewrite ttl regex .* 30']],
    ['a rewrite of other questions', ['rewrite type ANY HINFO']],
    [
      'hosts of other names',
      ['hosts {', '10.9.0.9 other.internal', 'fallthrough', '}'],
    ],
    [
      'hosts that let the zone through',
      ['hosts {', 'fallthrough internal', '}'],
    ],
    ['hosts of another zone', ['hosts /etc/more other.internal']],
    [
      'a template of another zone',
      ['template IN A other.internal {', 'rcode NXDOMAIN', '}'],
    ],
    [
      'a template that says that there is no IPv6',
      ['template IN AAAA {', 'rcode NXDOMAIN', '}'],
    ],
    ['a file of another zone', ['file /zones/other other.internal']],
    ['a log', ['log', 'autopath @kubernetes']],
  ])('is not changed by %s', (_, lines) => {
    expect(told(answer(corefileWith(...lines)))).toBe(STANDARD);
  });

  it.each<[string, string[]]>([
    [
      'a rewrite by an expression',
      ['rewrite name regex (.*)\\.internal {1}.x'],
    ],
    ['a rewrite of its end', ['rewrite stop name suffix .internal .x']],
    [
      'a rewrite in a block',
      ['rewrite stop {', 'name prefix ledger other', 'answer auto', '}'],
    ],
    ['a rewrite of addresses', ['rewrite type A TXT']],
    [
      'a rewrite of what is answered',
      ['rewrite name exact ledger.payments.internal x answer value a b'],
    ],
    ['a rewrite of CNAMEs', ['rewrite cname exact a. b.']],
    ['hosts of a file', ['hosts /etc/more {', 'fallthrough', '}']],
    ['a template', ['template ANY ANY {', 'rcode NXDOMAIN', '}']],
    [
      'a template that makes addresses of IPv6',
      ['template IN AAAA {', 'answer "a"', '}'],
    ],
    ['a file of its zone', ['file /zones/own payments.internal']],
    ['a zone of a cloud', ['route53 payments.internal.:Z1']],
    ['a list of who may ask', ['acl {', 'block', '}']],
    ['lines of another file', ['import /etc/coredns/custom/*.override']],
    ['a plugin that nobody knows', ['oracle']],
  ])('is not known with %s', (_, lines) => {
    expect(told(answer(corefileWith(...lines)))).toMatch(
      /^unread: line 2 of the Corefile in ConfigMap a\/b \(.*\) may lead ledger/,
    );
  });

  it('follows hosts with the name', () => {
    const found = answer(
      corefileWith(
        'hosts {',
        `10.9.0.9 other ${NAME}`,
        `10.9.0.8 ${NAME}.`,
        '}',
      ),
    );
    expect(told(found)).toBe('10.9.0.9, 10.9.0.8');
    expect(found.by).toEqual([
      'line 2 of the Corefile in ConfigMap a/b (hosts)',
    ]);
  });

  it('ends with hosts that let nobody else answer', () => {
    expect(
      told(answer(corefileWith('hosts {', '10.9.0.9 other', '}'))),
    ).toContain(
      `nothing: line 2 of the Corefile in ConfigMap a/b (hosts) has no ${NAME}`,
    );
  });

  it('follows exact rewrites, one after another where they say so', () => {
    const found = answer(
      corefileWith(
        `rewrite continue name ${NAME} first.internal`,
        `rewrite name exact first.internal. ${BALANCER}.`,
        `rewrite name ${BALANCER} never.internal`,
      ),
    );
    expect(told(found)).toBe(`${BALANCER} to /etc/resolv.conf`);
    expect(found.by).toHaveLength(2);
  });

  it('takes the block with the longest zone, whatever stands first', () => {
    const own = 'payments.internal {\n forward . 10.9.0.2 10.9.0.3\n}\n';
    for (const corefile of [COREFILE + own, own + COREFILE]) {
      expect(told(answer(corefile))).toBe(`${NAME} to 10.9.0.2 10.9.0.3`);
      expect(told(answer(corefile, BALANCER))).toContain('/etc/resolv.conf');
    }
  });

  it('takes the forward of its zone, except where it is excepted', () => {
    const lines = [
      'forward internal 10.9.0.2 {',
      'except payments.internal',
      '}',
    ];
    expect(told(answer(corefileWith(...lines)))).toBe(STANDARD);
    expect(told(answer(corefileWith(lines[0] ?? '', '}')))).toBe(
      `${NAME} to 10.9.0.2`,
    );
  });

  it('is not known where nobody answers, or nothing is understood', () => {
    expect(told(answer('cluster.local {\n kubernetes cluster.local\n}'))).toBe(
      `unread: no block of the Corefile in ConfigMap a/b is for ${NAME}`,
    );
    expect(told(answer('. {'))).toContain(
      'unread: ConfigMap a/b: the Corefile ends before',
    );
  });
});
