import type { LiveSecurityGroup } from '../../facts/live';
import type { Subject } from '../../report/report';
import { combine, pass } from '../finding';
import type { Guideline } from '../guideline';
import { liveSideCheck } from '../liveCheck';
import { source } from '../sources';

/** https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-security-groups.html */
export const noStaleSecurityGroupRules: Guideline = {
  id: 'no-stale-security-group-rules',
  level: 'derived',
  title: 'No security group rule names a group that is gone',
  source: source('networkPeering', 'Connections'),
  pass: 'No rule of the VPC’s security groups refers to a group of a peer that is gone.',
  fail: 'A rule refers to a group of a VPC whose peering, or which itself, is gone: it admits nobody, however it looks.',
  remedy:
    'Remove the stale rule, and admit the other side by its ranges instead of its groups.',
  live: liveSideCheck({
    needs: ['staleSecurityGroups'],
    check: ({ staleSecurityGroups }, { given }) => {
      const expected = 'no stale rule';
      const listed = staleSecurityGroups.map(
        ({ groupId, references }): Subject => ({
          id: groupId,
          verdict: 'fail',
          detail: `${groupId} refers to ${references.join(', ') || 'a group that is gone'}`,
        }),
      );
      const { securityGroups } = given;
      // AWS lists stale rules with a delay, but the rules themselves show the state of their peering.
      const seen = securityGroups.ok
        ? securityGroups.value.flatMap(staleRules)
        : [];
      const unlisted = seen.filter(
        ({ id }) => !listed.some(subject => subject.id === id),
      );
      const stale = [...listed, ...unlisted];
      return stale.length === 0
        ? pass({ expected, observed: 'none is listed' })
        : combine(stale, { none: '', expected });
    },
  }),
};

function staleRules({ id, ingress, egress }: LiveSecurityGroup): Subject[] {
  const gone = [...ingress, ...egress]
    .flatMap(({ groups }) => groups)
    .filter(
      ({ peeringId, peeringStatus }) =>
        peeringId !== undefined &&
        peeringStatus !== undefined &&
        ['deleted', 'rejected', 'expired', 'failed'].includes(peeringStatus),
    );
  if (gone.length === 0) return [];
  const names = gone.map(
    ({ groupId, peeringId, peeringStatus }) =>
      `${groupId} over ${peeringId}, which is ${peeringStatus}`,
  );
  return [
    { id, verdict: 'fail', detail: `${id} refers to ${names.join(', ')}` },
  ];
}
