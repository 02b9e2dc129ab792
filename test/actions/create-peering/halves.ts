import type { RecordedCall } from '../../testbed/recordedCall.ts';
import type { Pair, PairRun, RunOptions } from './pair.ts';

export type HalfName = 'requester' | 'accepter';

/** The two jobs of two administrators, at the same time and each with its own credentials only. */
export function runHalves(
  pair: Pair,
  options: RunOptions = {},
): Promise<[requester: PairRun, accepter: PairRun]> {
  return Promise.all([
    runHalf(pair, 'requester', options),
    runHalf(pair, 'accepter', options),
  ]);
}

/** One of the two jobs, in a pair of two accounts; its calls are those in its own one. */
export async function runHalf(
  pair: Pair,
  actAs: HalfName,
  { inputs, ...options }: RunOptions = {},
): Promise<PairRun> {
  const run = await pair.run({
    ...options,
    inputs: { ...halfInputs(pair, actAs), ...inputs },
  });
  const { account } = pair[sideOf(actAs)].place;
  const isOwn = (call: RecordedCall) => call.account === account;
  return {
    ...run,
    calls: run.calls.filter(isOwn),
    writes: run.writes.filter(isOwn),
  };
}

export function sideOf(actAs: HalfName): 'auditor' | 'ledger' {
  return actAs === 'requester' ? 'auditor' : 'ledger';
}

export function halfInputs(pair: Pair, actAs: HalfName, namesGroups = false) {
  const own = pair[sideOf(actAs)];
  const other = pair[sideOf(actAs === 'requester' ? 'accepter' : 'requester')];
  return {
    'act-as': actAs,
    networks: JSON.stringify([
      {
        name: own.name,
        region: own.place.region,
        cluster: own.name,
        profile: own.name,
        ...(namesGroups ? { securityGroups: [own.group] } : {}),
      },
      {
        name: other.name,
        region: other.place.region,
        account: other.place.account,
        vpcId: other.vpcId,
      },
    ]),
  };
}
