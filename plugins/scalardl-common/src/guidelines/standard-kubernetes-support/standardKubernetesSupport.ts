import {
  KUBERNETES_SUPPORT,
  compareVersions,
  judgeVersion,
} from '../../environment/support';
import { kubernetesVersion } from '../../facts/clusterConfig/kubernetesVersion';
import { fail, pass, skipped, unknown } from '../finding';
import { type Finding, type Guideline, sideCheck } from '../guideline';
import { source } from '../sources';
import { live } from './live';

/** https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html */
export const standardKubernetesSupport: Guideline = {
  id: 'standard-kubernetes-support',
  level: 'derived',
  title: 'The Kubernetes version is in standard support on EKS',
  source: source('eksUserGuide', 'Kubernetes versions: standard support'),
  pass: 'EKS supports the Kubernetes version in the standard way.',
  fail: 'Standard support has ended: the cluster costs more under extended support, or EKS upgrades it by itself.',
  remedy:
    'Raise spec.kubernetesVersion by one minor version at a time, on both sides.',
  plan: sideCheck({
    needs: ['clusterConfig'],
    check: ({ clusterConfig }, { today }) => {
      const location = clusterConfig.locate('metadata', 'version');
      const version = kubernetesVersion(clusterConfig);
      return version.ok
        ? { ...judge(version.value, today), location }
        : unknown(version.reason, { location });
    },
  }),
  live,
};

function judge(version: string, today: string): Finding {
  const support = judgeVersion(KUBERNETES_SUPPORT, version, today);
  const expected = 'a version in standard support';
  if (support.verdict !== 'supported') {
    return support.verdict === 'unknown'
      ? unknown(support.reason, { expected })
      : skipped(`supported-kubernetes-version judges it: ${support.reason}`);
  }
  const { supportEnds } = support;
  if (supportEnds === undefined) return judgeWithoutEnd(version, today);
  const ended = supportEnds < today;
  const observed = `standard support of ${version} ${ended ? 'ended' : 'ends'} on ${supportEnds}`;
  return ended ? fail({ expected, observed }) : pass({ expected, observed });
}

/** The day is published late, but no version leaves standard support before an older one. */
function judgeWithoutEnd(version: string, today: string): Finding {
  const older = KUBERNETES_SUPPORT.versions.findLast(
    candidate =>
      compareVersions(candidate.version, version) < 0 &&
      (candidate.supportEnds ?? '') >= today,
  );
  return older
    ? pass({
        observed: `standard support of ${version} ends after that of ${older.version} on ${older.supportEnds}`,
      })
    : unknown(
        `the day on which standard support of ${version} ends is not in the table`,
      );
}
