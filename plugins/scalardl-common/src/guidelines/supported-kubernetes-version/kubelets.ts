import type { LiveNode } from '../../facts/live';
import type { Subject } from '../../report/report';

/** How many minor versions a kubelet may be older than the API server (https://kubernetes.io/releases/version-skew-policy/). */
const MOST_OLDER = 3;

const SAMPLES = 3;

/** The kubelets of a cluster, those of one minor version together. */
export function kubeletSubjects(
  nodes: readonly LiveNode[],
  clusterVersion: string,
): Subject[] {
  const byMinor = new Map<string, string[]>();
  for (const { name, kubeletVersion } of nodes) {
    const minor = minorOf(kubeletVersion) ?? kubeletVersion;
    byMinor.set(minor, [...(byMinor.get(minor) ?? []), name]);
  }
  return [...byMinor].map(([minor, names]) => ({
    id: `kubelet ${minor}`,
    ...judge(minor, clusterVersion, sampled(names)),
  }));
}

function judge(
  kubelet: string,
  clusterVersion: string,
  who: string,
): Pick<Subject, 'verdict' | 'detail'> {
  const [major, minor] = numbersOf(kubelet);
  const [clusterMajor, clusterMinor] = numbersOf(clusterVersion);
  const older = (clusterMinor ?? NaN) - (minor ?? NaN);
  if (Number.isNaN(older) || major === undefined)
    return {
      verdict: 'unknown',
      detail: `${kubelet} of ${who} is no version that can be compared with ${clusterVersion}`,
    };
  if (major !== clusterMajor || older < 0)
    return {
      verdict: 'fail',
      detail: `${who}: kubelet ${kubelet} is newer than the API server, ${clusterVersion}`,
    };
  return older > MOST_OLDER
    ? {
        verdict: 'fail',
        detail: `${who}: kubelet ${kubelet} is ${older} minor versions older than the API server, ${clusterVersion}; at most ${MOST_OLDER} are allowed`,
      }
    : { verdict: 'pass', detail: `${who}: kubelet ${kubelet}` };
}

/** `1.35` of `v1.35.2-eks-1234567`. */
function minorOf(version: string): string | undefined {
  return /^v?(\d+\.\d+)(?:\.|$)/.exec(version)?.[1];
}

function numbersOf(version: string): number[] {
  return /^\d+\.\d+$/.test(version) ? version.split('.').map(Number) : [];
}

function sampled(names: readonly string[]): string {
  const shown = names.slice(0, SAMPLES).join(', ');
  const others = names.length - SAMPLES;
  return others > 0 ? `${shown} and ${others} more` : shown;
}
