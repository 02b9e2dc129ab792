import { read } from '../../facts/fact';
import type { LiveFactName, LiveFacts } from '../../facts/live';
import { changed, unread } from '../../facts/live/fixture/healthy.fixture';
import { rule, withGroup } from '../../facts/live/security/changes.fixture';
import { readProperties } from '../../facts/properties';
import {
  healthy,
  judge,
  ledger,
  opening,
} from '../__testUtils__/administrativePorts';

describe('administrative-ports-closed, live', () => {
  it('passes for the healthy pair: all traffic from the own group is no finding', () => {
    expect(judge(healthy)).toEqual({
      verdict: 'pass',
      text: expect.stringContaining(
        'no rule of sg-ledger-cluster opens 50053, 8080, 9001 to others than the own VPC',
      ),
    });
  });

  it.each<[string, LiveFacts, string, string]>([
    [
      'the nodes are open to the other side',
      opening({ protocol: '-1', cidrs: ['10.2.0.0/20'] }),
      'fail',
      'sg-ledger-cluster rule all from 10.2.0.0/20 opens 50053, 8080, 9001 to 10.2.0.0/20',
    ],
    [
      'one port is open to everybody',
      opening({ ports: { from: 50051, to: 50053 }, cidrs: ['0.0.0.0/0'] }),
      'fail',
      'opens 50053 to 0.0.0.0-10.0.255.255, 10.1.16.0-255.255.255.255',
    ],
    [
      'the ports are open to the own network, as metrics need',
      opening({ ports: { from: 8080, to: 9001 }, cidrs: ['10.1.0.0/20'] }),
      'pass',
      'sg-ledger-cluster opens 50053, 8080, 9001 to others',
    ],
    [
      'a range is somewhat larger than the own network',
      opening({ ports: { from: 9001, to: 9001 }, cidrs: ['10.1.0.0/19'] }),
      'fail',
      'opens 9001 to 10.1.16.0/20',
    ],
    [
      'the product ports alone are open to the other side',
      opening({ ports: { from: 50051, to: 50052 }, cidrs: ['10.2.0.0/20'] }),
      'pass',
      'sg-ledger-cluster',
    ],
    [
      'UDP is open to the other side',
      opening({ protocol: 'udp', cidrs: ['10.2.0.0/20'] }),
      'pass',
      'sg-ledger-cluster',
    ],
    [
      'a group of the other side is admitted across the peering',
      opening({
        groups: [
          {
            groupId: 'sg-auditor-cluster',
            peeringId: 'pcx-1',
            peeringStatus: 'active',
          },
        ],
      }),
      'fail',
      'to sg-auditor-cluster',
    ],
    [
      'the peering of such a group is gone',
      opening({
        groups: [
          {
            groupId: 'sg-auditor-cluster',
            peeringId: 'pcx-0',
            peeringStatus: 'deleted',
          },
        ],
      }),
      'pass',
      'sg-ledger-cluster',
    ],
    [
      'everybody may come by IPv6, which the VPC has not',
      opening({ ipv6Cidrs: ['::/0'] }),
      'pass',
      'sg-ledger-cluster',
    ],
    [
      'everybody may come by IPv6',
      changed(
        opening({ ipv6Cidrs: ['::/0'] }),
        { side: ledger, fact: 'vpc' },
        vpc => ({
          ...vpc,
          ipv6Cidrs: ['2001:db8::/56'],
        }),
      ),
      'fail',
      'opens 50053, 8080, 9001 to ::/0',
    ],
    [
      'a second group of the nodes opens the ports',
      changed(
        withGroup(healthy, { side: ledger, id: 'sg-ledger-backend' }, () => ({
          ingress: [rule({ cidrs: ['10.2.0.0/20'] })],
        })),
        { side: ledger, fact: 'networkInterfaces' },
        interfaces =>
          interfaces.map(each =>
            each.instanceId
              ? { ...each, groupIds: [...each.groupIds, 'sg-ledger-backend'] }
              : each,
          ),
      ),
      'fail',
      'sg-ledger-backend rule tcp from 10.2.0.0/20',
    ],
    [
      'a group that no node holds opens the ports',
      withGroup(healthy, { side: ledger, id: 'sg-ledger-backend' }, () => ({
        ingress: [rule({ cidrs: ['10.2.0.0/20'] })],
      })),
      'pass',
      'sg-ledger-cluster',
    ],
    [
      'the properties move the port that is open',
      changed(
        opening({ ports: { from: 60053, to: 60053 }, cidrs: ['10.2.0.0/20'] }),
        { side: ledger, fact: 'properties' },
        () => {
          const whole = { file: 'ledger.properties', line: 1, column: 1 };
          return readProperties('scalar.dl.ledger.server.admin_port=60053', {
            whole,
            locateLine: () => whole,
          });
        },
      ),
      'fail',
      'opens 60053',
    ],
    [
      'a prefix list that was not read may open them',
      opening({ prefixListIds: ['pl-1'] }),
      'unknown',
      'prefix list pl-1 was not read',
    ],
    [
      'a prefix list holds the own network',
      {
        ...opening({ prefixListIds: ['pl-1'] }),
        ledger: {
          ...opening({ prefixListIds: ['pl-1'] }).ledger,
          prefixLists: read([{ id: 'pl-1', cidrs: ['10.1.0.0/20'] }], 'ec2'),
        },
      },
      'pass',
      'sg-ledger-cluster',
    ],
    [
      'pods have IPv6 addresses',
      changed(healthy, { side: ledger, fact: 'cluster' }, cluster => ({
        ...cluster,
        ipFamily: 'ipv6' as const,
      })),
      'skipped',
      'IPv6 clusters are not judged',
    ],
  ])('where %s', (_, facts, verdict, text) => {
    expect(judge(facts).text).toContain(text);
    expect(judge(facts).verdict).toBe(verdict);
  });

  it.each<LiveFactName>([
    'cluster',
    'vpc',
    'securityGroups',
    'networkInterfaces',
    'subnets',
    'nodes',
    'productPods',
    'properties',
    'services',
    'productDeployments',
  ])('is unknown where %s was not read', fact => {
    const { verdict, text } = judge(unread(healthy, { side: ledger, fact }));
    expect(verdict).toBe('unknown');
    expect(text).toContain(`${fact} was denied`);
  });

  it.each<LiveFactName>(['nodes', 'services', 'properties'])(
    'fails on what the groups show even where %s was not read',
    fact => {
      const open = opening({ protocol: '-1', cidrs: ['10.2.0.0/20'] });
      expect(judge(unread(open, { side: ledger, fact })).verdict).toBe('fail');
    },
  );
});
