import type { LiveCluster } from '../../facts/live';
import type { Side, Subject } from '../../report/report';
import { combine } from '../finding';
import { livePairCheck } from '../liveCheck';

/** Two clusters have two ARNs whatever their names are, and a VPC that is shared between accounts keeps its id. */
export const live = livePairCheck({
  needs: ['cluster'],
  check: ({ ledger, auditor }) => {
    const clusters = { ledger: ledger.cluster, auditor: auditor.cluster };
    return combine(
      [
        differ('clusters', clusters, ({ arn }) => arn),
        differ('VPCs', clusters, ({ vpcId }) => vpcId),
      ],
      { none: 'no clusters', expected: 'two clusters in two VPCs' },
    );
  },
});

function differ(
  id: string,
  { ledger, auditor }: Record<Side, LiveCluster>,
  idOf: (cluster: LiveCluster) => string,
): Subject {
  const [one, other] = [idOf(ledger), idOf(auditor)];
  return one === other
    ? { id, verdict: 'fail', detail: `both sides are in ${one}` }
    : { id, verdict: 'pass', detail: `${one} and ${other}` };
}
