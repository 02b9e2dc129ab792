import type { LiveNetworkAclEntry } from '../aws';
import type { End } from './aclEnd';
import { aclGates } from './aclGates';

const OPEN = [true, false].map((egress): LiveNetworkAclEntry => ({
  ruleNumber: 100,
  egress,
  protocol: '-1',
  cidr: '0.0.0.0/0',
  allow: true,
}));

function end(title: string, subnetIds: string[], rest: Partial<End> = {}): End {
  return {
    title,
    places: subnetIds.map((subnetId, index) => ({
      subnetId,
      ranges: [`10.0.${index}.0/24`],
    })),
    acls: [{ id: `acl-${title}`, subnetIds, entries: OPEN }],
    ...rest,
  };
}

function answers(from: End, to: End) {
  const gates = aclGates({ from, to, port: 50051 });
  return Object.fromEntries(gates.map(({ id, answer }) => [id, answer]));
}

function details(entries: Partial<LiveNetworkAclEntry>[]) {
  const closed = end('b', ['subnet-2'], {
    acls: [
      {
        id: 'acl-b',
        subnetIds: ['subnet-2'],
        entries: entries.map(entry => ({
          ruleNumber: 50,
          egress: false,
          protocol: '6',
          cidr: '10.0.0.0/8',
          allow: false,
          ...entry,
        })),
      },
    ],
  });
  return aclGates({ from: end('a', ['subnet-1']), to: closed, port: 50051 })
    .filter(({ id }) => id.startsWith('acl-b'))
    .map(({ detail }) => detail);
}

describe('aclGates', () => {
  it('names the entry that decides, by all that it says', () => {
    expect(
      details([
        { ruleNumber: 50, ports: { from: 50000, to: 50100 } },
        { ruleNumber: 60, allow: true, protocol: '-1' },
        { ruleNumber: 70, egress: true, ports: { from: 1024, to: 32767 } },
        { ruleNumber: 80, egress: true, allow: true },
      ]),
    ).toEqual([
      'acl-b entry 50 in denies 10.0.0.0/24 :50051 (deny tcp 50000-50100 from 10.0.0.0/8)',
      'acl-b entry 70 out denies answers to 10.0.0.0/24 :1024-32767 (deny tcp 1024-32767 to 10.0.0.0/8)',
    ]);
  });

  it('names every entry that admits a part, and what none admits', () => {
    expect(
      details([
        { ruleNumber: 50, allow: true, cidr: '10.0.0.0/25' },
        { ruleNumber: 60, allow: true, protocol: '-1' },
        { ruleNumber: 70, egress: true, allow: true, cidr: '10.0.0.0/25' },
      ]),
    ).toEqual([
      'acl-b entry 50 in allows 10.0.0.0/25 :50051 (allow tcp from 10.0.0.0/25), entry 60 in allows 10.0.0.128/25 :50051 (allow all from 10.0.0.0/8)',
      'acl-b has no entry out that allows answers to 10.0.0.128/25 :1024-65535',
    ]);
  });

  it('asks both ends, there and back', () => {
    expect(answers(end('a', ['subnet-1']), end('b', ['subnet-2']))).toEqual({
      'acl-a out: a to b :50051': 'yes',
      'acl-b in: b from a :50051': 'yes',
      'acl-b out: b to a :1024-65535': 'yes',
      'acl-a in: a from b :1024-65535': 'yes',
    });
  });

  it('asks nobody inside a subnet', () => {
    expect(answers(end('a', ['subnet-1']), end('b', ['subnet-1']))).toEqual({});
  });

  it('asks only about addresses in other subnets', () => {
    const closed = end('b', ['subnet-1', 'subnet-2'], {
      acls: [
        {
          id: 'acl-b',
          subnetIds: ['subnet-1', 'subnet-2'],
          entries: [
            { ...OPEN[1], ruleNumber: 50, cidr: '10.0.1.0/24', allow: false },
            ...OPEN,
          ] as LiveNetworkAclEntry[],
        },
      ],
    });
    const own = { ...closed, title: 'a', places: closed.places.slice(1) };
    expect(answers(own, closed)['acl-b in: b from a :50051']).toBe('no');
    const other = { ...closed, title: 'a', places: closed.places.slice(0, 1) };
    expect(answers(other, closed)['acl-b in: b from a :50051']).toBe('yes');
  });

  it('leaves out an end whose ACLs nobody sees', () => {
    const seen = answers(
      end('a', ['subnet-1'], { acls: undefined }),
      end('b', ['subnet-2']),
    );
    expect(Object.keys(seen)).toEqual([
      'acl-b in: b from a :50051',
      'acl-b out: b to a :1024-65535',
    ]);
  });

  it('is unknown where addresses, or the ACL of a subnet, are not known', () => {
    const nowhere = end('a', ['subnet-1'], {
      places: [{ subnetId: 'subnet-1', ranges: [] }],
    });
    const seen = answers(nowhere, end('b', ['subnet-2'], { acls: [] }));
    expect(seen).toMatchObject({
      'acl-a out: a to b :50051': 'yes',
      'subnet-2': 'unknown',
    });
    const unplaced = answers(nowhere, end('b', ['subnet-2']));
    expect(unplaced['acl-b in: b from a :50051']).toBe('unknown');
  });
});
