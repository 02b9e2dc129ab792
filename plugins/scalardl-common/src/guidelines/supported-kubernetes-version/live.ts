import {
  KUBERNETES_SUPPORT,
  judgeVersion,
  supportedRange,
} from '../../environment/support';
import type { Subject } from '../../report/report';
import { combine } from '../finding';
import { liveSideCheck } from '../liveCheck';
import { kubeletSubjects } from './kubelets';

/** The API server by the table of supported versions, and every kubelet by its distance to the API server. */
export const live = liveSideCheck({
  needs: ['cluster'],
  check: ({ cluster: { version } }, { today, given: { nodes } }) =>
    combine(
      [
        clusterSubject(version, today),
        ...(nodes.ok
          ? kubeletSubjects(nodes.value, version)
          : [unreadSubject(nodes.reason)]),
      ],
      {
        none: 'no cluster',
        expected: `Kubernetes ${supportedRange(KUBERNETES_SUPPORT)}, and kubelets that are not newer`,
      },
    ),
});

function clusterSubject(version: string, today: string): Subject {
  const id = 'API server';
  const support = judgeVersion(KUBERNETES_SUPPORT, version, today);
  if (support.verdict === 'supported')
    return { id, verdict: 'pass', detail: `Kubernetes ${version}` };
  const verdict = support.verdict === 'unknown' ? 'unknown' : 'fail';
  return { id, verdict, detail: support.reason };
}

function unreadSubject(reason: string): Subject {
  return { id: 'kubelets', verdict: 'unknown', detail: reason };
}
