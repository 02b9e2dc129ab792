import { liveSides } from '../../facts/live/security/liveSide';
import { SIDES } from '../../report/report';
import { combine } from '../finding';
import type { Guideline } from '../guideline';
import { gateSubjects } from '../gateSubjects';
import { livePairCheck } from '../liveCheck';
import { skippedForIpv6 } from '../skippedForIpv6';
import { source } from '../sources';
import { aclGatesInto } from './live';

/** https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html */
export const networkAclsAdmitBothWays: Guideline = {
  id: 'network-acls-admit-both-ways',
  level: 'requirement',
  title: 'Network ACLs admit calls and their answers',
  source: source('eksClusters', 'Network requirements'),
  pass: 'The network ACLs of callers, load balancers and targets let every call through, and every answer back.',
  fail: 'A network ACL denies calls or answers between the two sides or an application.',
  remedy:
    'Give the network ACL an allowing entry with a lower number: for the product’s ports on the way there, for ports 1024 to 65535 on the way back.',
  live: livePairCheck({
    needs: ['cluster', 'networkAcls'],
    check: ({ ledger, auditor }, { given, settings }) => {
      const ipv6 = skippedForIpv6(ledger.cluster, auditor.cluster);
      if (ipv6) return ipv6;
      const sides = liveSides({ given, settings });
      const subjects = SIDES.flatMap(to =>
        gateSubjects(aclGatesInto(sides[to], sides)),
      );
      return combine(subjects, {
        none: 'no side has a load balancer to call',
        expected: 'an allowing entry on every border, in both directions',
      });
    },
  }),
};
