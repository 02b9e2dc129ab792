import type { Pair, PairRun } from './pair.ts';

/** The two jobs of two administrators, at the same time and each with its own credentials only. */
export function runHalves(
  pair: Pair,
  inputs: Record<string, string> = {},
): Promise<[requester: PairRun, accepter: PairRun]> {
  return Promise.all([
    runHalf(pair, 'requester', inputs),
    runHalf(pair, 'accepter', inputs),
  ]);
}

export function runHalf(
  pair: Pair,
  actAs: 'requester' | 'accepter',
  inputs: Record<string, string> = {},
): Promise<PairRun> {
  return pair.run({ inputs: { ...halfInputs(pair, actAs), ...inputs } });
}

export function halfInputs(
  { auditor, ledger }: Pair,
  actAs: 'requester' | 'accepter',
  namesGroups = false,
) {
  const [own, other] =
    actAs === 'requester' ? [auditor, ledger] : [ledger, auditor];
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
