import { KUBERNETES_SUPPORT } from '../../environment/support';
import { fail, pass, unknown } from '../finding';
import { liveSideCheck } from '../liveCheck';

const STANDARD = 'STANDARD_SUPPORT';

/** What EKS says of the version decides; the cluster's own `supportType` is a preference only. */
export const live = liveSideCheck({
  needs: ['cluster'],
  check: ({ cluster: { version } }, { today, given: { clusterVersions } }) => {
    const expected = 'a version in standard support';
    if (!clusterVersions.ok) {
      const ended = endedBy(version, today);
      return ended
        ? fail({
            expected,
            observed: `standard support of ${version} ended on ${ended}`,
          })
        : unknown(clusterVersions.reason, { expected });
    }
    const entry = clusterVersions.value.find(
      candidate => candidate.version === version,
    );
    if (!entry)
      return unknown(`EKS does not list version ${version}`, { expected });
    const end = entry.endOfStandardSupport;
    const observed = `EKS lists ${version} as ${entry.status}${end ? `, in standard support until ${end}` : ''}`;
    const status = entry.status.toUpperCase().replace(/-/g, '_');
    return status === STANDARD
      ? pass({ expected, observed })
      : fail({ expected, observed });
  },
});

/** The day on which support has ended by the dated table; an end never comes back. */
function endedBy(version: string, today: string): string | undefined {
  const end = KUBERNETES_SUPPORT.versions.find(
    candidate => candidate.version === version,
  )?.supportEnds;
  return end !== undefined && end < today ? end : undefined;
}
