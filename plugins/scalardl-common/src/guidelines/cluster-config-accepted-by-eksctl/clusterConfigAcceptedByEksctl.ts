import type { Environment } from '../../environment/schema';
import { compareVersions } from '../../environment/support';
import { type Flaw, flawsOf } from '../../facts/eksctl/flaws';
import { NEWER_KEYS_FROM } from '../../facts/eksctl/newerKeys';
import { EKSCTL_SHAPE } from '../../facts/eksctl/shape';
import type { SourceDocument } from '../../facts/sourceDocument';
import type { Subject } from '../../report/report';
import { combine, pass, unknown } from '../finding';
import { type Finding, type Guideline, sideCheck } from '../guideline';
import { source } from '../sources';

/** https://docs.aws.amazon.com/eks/latest/eksctl/schema.html */
export const clusterConfigAcceptedByEksctl: Guideline = {
  id: 'cluster-config-accepted-by-eksctl',
  level: 'derived',
  title: 'The pinned eksctl reads the ClusterConfig as it is written',
  source: source('eksctlSchema', 'ClusterConfig'),
  pass: 'Every key of the ClusterConfig is one that the pinned eksctl knows, with a value of the right type.',
  fail: 'The pinned eksctl refuses the ClusterConfig, or reads it in another way than it is written.',
  remedy:
    'Correct the named key, or raise spec.eksctlVersion where a newer eksctl is asked for.',
  plan: sideCheck({
    needs: ['clusterConfig'],
    needsShared: ['environment'],
    check: ({ clusterConfig, environment }) =>
      judge(clusterConfig, releaseOf(environment)),
  }),
};

/** Without an environment file no release is pinned; then the one whose keys are known here is meant. */
function releaseOf(environment: Environment | undefined): string {
  return environment?.spec.eksctlVersion ?? EKSCTL_SHAPE.version;
}

function judge(clusterConfig: SourceDocument, release: string): Finding {
  const flaws = flawsOf(clusterConfig.value, { shape: EKSCTL_SHAPE, release });
  if (flaws.length > 0) {
    return combine(
      flaws.map(flaw => toSubject(flaw, clusterConfig)),
      { none: 'no flaw', expected: flaws[0]?.expected },
    );
  }
  const evidence = { location: clusterConfig.locate('apiVersion') };
  if (compareVersions(release, NEWER_KEYS_FROM) < 0) {
    return unknown(
      `eksctl ${release} is pinned, and which keys it lacks is known from ${NEWER_KEYS_FROM} on`,
      evidence,
    );
  }
  if (compareVersions(release, EKSCTL_SHAPE.version) > 0) {
    return unknown(
      `eksctl ${release} is pinned; eksctl ${EKSCTL_SHAPE.version}, the newest whose keys are known here, knows every key`,
      evidence,
    );
  }
  return pass({
    ...evidence,
    observed: `eksctl ${release} knows every key`,
  });
}

function toSubject(flaw: Flaw, clusterConfig: SourceDocument): Subject {
  const detail = flaw.perhapsNewer
    ? `${flaw.observed}, which a newer eksctl may know`
    : `${flaw.observed}, expected ${flaw.expected}`;
  return {
    id: flaw.path.join('.'),
    verdict: flaw.perhapsNewer ? 'unknown' : 'fail',
    detail,
    location: clusterConfig.locate(...flaw.path),
  };
}
