import type { LiveNodeGroup } from '../../facts/live';
import type { Subject } from '../../report/report';
import { combine } from '../finding';
import type { Guideline } from '../guideline';
import { liveSideCheck } from '../liveCheck';
import { source } from '../sources';
import { IN_PROGRESS, statusSubject } from '../statusSubject';

/** https://docs.aws.amazon.com/eks/latest/APIReference/API_Issue.html */
export const nodeGroupsHealthy: Guideline = {
  id: 'node-groups-healthy',
  level: 'derived',
  title: 'Node groups are active, and EKS reports no fault of theirs',
  source: source('eksUserGuide', 'Managed node groups'),
  pass: 'Every managed node group is active and healthy.',
  fail: 'A node group is degraded or has failed, or EKS reports a fault of it, so nodes may not be started or replaced.',
  remedy:
    'Wait for an update in progress to end, and mend what EKS reports under “Health issues” of the node group.',
  live: liveSideCheck({
    needs: ['nodeGroups'],
    check: ({ nodeGroups }) =>
      combine(nodeGroups.flatMap(groupSubjects), {
        none: 'the cluster has no managed node groups',
        expected: 'status ACTIVE and no health issue',
      }),
  }),
};

/** A group may be active and still have issues, as when no address is left for new nodes; one that goes has no fault. */
function groupSubjects({
  name,
  status,
  healthIssues,
}: LiveNodeGroup): Subject[] {
  return [
    ...healthIssues.map((issue): Subject => ({
      id: `${name} ${issue.split(':')[0] ?? ''}`,
      verdict: 'fail',
      detail: `${name}: ${issue}`,
    })),
    statusSubject(name, status, [...IN_PROGRESS, 'DELETING']),
  ];
}
