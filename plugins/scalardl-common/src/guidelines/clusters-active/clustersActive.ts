import type { Subject } from '../../report/report';
import { combine } from '../finding';
import type { Guideline } from '../guideline';
import { liveSideCheck } from '../liveCheck';
import { source } from '../sources';
import { statusSubject } from '../statusSubject';

/** https://docs.aws.amazon.com/eks/latest/APIReference/API_Cluster.html */
export const clustersActive: Guideline = {
  id: 'clusters-active',
  level: 'requirement',
  title: 'Both clusters are active and EKS reports no fault of theirs',
  source: source('eksClusters', 'Requirements'),
  pass: 'The cluster is active and healthy.',
  fail: 'The cluster has failed, or EKS reports a fault of it.',
  remedy:
    'Wait for an update in progress to end, and mend what EKS reports under “Health issues” of the cluster.',
  live: liveSideCheck({
    needs: ['cluster'],
    check: ({ cluster: { status, healthIssues, name } }) => {
      const issues = healthIssues.map((issue): Subject => ({
        id: issue.split(':')[0] ?? issue,
        verdict: 'fail',
        detail: issue,
      }));
      return combine([...issues, statusSubject(name, status)], {
        none: 'no cluster',
        expected: 'status ACTIVE and no health issue',
      });
    },
  }),
};
