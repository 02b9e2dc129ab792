import type { RecordedCall } from '../../testbed/recordedCall.ts';
import { deleteByHand } from './byHand.ts';
import { halfInputs, runHalves } from './halves.ts';
import { onBed } from './onBed.ts';
import { FREE, readPolicies } from './policy.ts';
import { errorsOf } from './told.ts';

onBed("the policies in create-peering's README", bed => {
  it('allow exactly what the requester and the accepter call', async () => {
    const pair = await bed().pair({ crossAccount: true });
    const calls = {
      requester: [] as RecordedCall[],
      accepter: [] as RecordedCall[],
    };
    const run = async (inputs: Record<string, string> = {}) => {
      const [requester, accepter] = await runHalves(pair, { inputs });
      expect([requester, accepter].map(errorsOf)).toEqual([[], []]);
      calls.requester.push(...requester.calls);
      calls.accepter.push(...accepter.calls);
      return requester;
    };
    const { outputs } = await run();
    const { id } = JSON.parse(outputs.peerings ?? '')['auditor-ledger'];
    await deleteByHand(pair.auditor, id);
    await run();
    await run({ state: 'absent' });
    for (const actAs of ['requester', 'accepter'] as const) {
      const named = halfInputs(pair, actAs, true);
      const planned = await pair.run({ inputs: { ...named, mode: 'plan' } });
      expect(errorsOf(planned)).toEqual([]);
      calls[actAs].push(...planned.calls);
    }
    const [requester, accepter] = readPolicies();
    expect(actionsOf(calls.requester)).toEqual(requester);
    expect(actionsOf(calls.accepter)).toEqual(accepter);
  });
});

function actionsOf(calls: readonly RecordedCall[]): string[] {
  const actions = calls
    .filter(({ userAgent }) => userAgent.includes('scalardl-on-eks'))
    .map(({ service, operation }) => `${service}:${operation}`);
  return [...new Set(actions)].filter(action => action !== FREE).sort();
}
