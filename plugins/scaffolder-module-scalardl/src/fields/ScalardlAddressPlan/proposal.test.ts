import { toRange } from '@scalardl-on-eks/plugin-scalardl-common';
import { readContext } from './formData';
import { judgePlan } from './judgement';
import { type ProposalQuery, propose } from './proposal';
import { completeValue } from './schema';

const EMPTY = completeValue(undefined);
const CONTEXT = readContext({ region: 'ap-northeast-1' }, {});

function accepted(query: Partial<ProposalQuery>) {
  const proposal = propose({
    value: EMPTY,
    context: CONTEXT,
    options: undefined,
    taken: [],
    ...query,
  });
  if (!proposal.ok) throw new Error(proposal.reason);
  return proposal.value;
}

describe('propose', () => {
  it('fills an empty plan so that nothing is wrong with it', () => {
    const value = accepted({});
    expect(value).toEqual({
      ledger: {
        cidr: '10.0.0.0/20',
        zones: ['ap-northeast-1a', 'ap-northeast-1c', 'ap-northeast-1d'],
      },
      auditor: {
        cidr: '10.0.16.0/20',
        zones: ['ap-northeast-1a', 'ap-northeast-1c', 'ap-northeast-1d'],
      },
      serviceCidr: '172.20.0.0/16',
    });
    expect(judgePlan(value, CONTEXT)).toEqual([]);
  });

  it('avoids other environments, applications, runners and the service range', () => {
    const context = readContext(undefined, {
      region: 'us-east-1',
      applications: [{ name: 'shop', cidrs: ['10.0.32.0/20'] }],
      runners: ['10.0.48.0/24'],
    });
    const taken = [{ range: toRange('10.0.0.0/19'), holder: 'payments' }];
    const options = { serviceCidr: '10.0.64.0/20' };
    expect(accepted({ context, taken, options })).toMatchObject({
      ledger: { cidr: '10.0.80.0/20' },
      auditor: { cidr: '10.0.96.0/20' },
    });
  });

  it('keeps zones and service range that are typed', () => {
    const value = completeValue({
      ledger: { cidr: '10.9.0.0/20', zones: ['us-east-1b', 'us-east-1c'] },
      serviceCidr: '10.100.0.0/16',
    });
    expect(accepted({ value })).toMatchObject({
      ledger: { cidr: '10.0.0.0/20', zones: ['us-east-1b', 'us-east-1c'] },
      serviceCidr: '10.100.0.0/16',
    });
  });

  it('proposes larger ranges where the nodes need them', () => {
    const options = { instanceTypes: ['m7i.xlarge'], maxNodes: 20 };
    const context = readContext(options, {});
    const value = accepted({ context, options });
    expect([value.ledger.cidr, value.auditor.cidr]).toEqual([
      '10.0.0.0/19',
      '10.0.32.0/19',
    ]);
  });

  it('leaves zones empty where the region is not known', () => {
    const context = readContext(undefined, {});
    expect(accepted({ context }).ledger.zones).toEqual([]);
  });

  it.each([
    [
      '10.0.0.0/20',
      '10.0.0.0/20 does not hold two free ranges of /20 any more.',
    ],
    ['10.0.0.1/8', 'starts at 10.0.0.1'],
  ])('says why the pool %s gives none', (pool, reason) => {
    const query = {
      value: EMPTY,
      context: CONTEXT,
      taken: [],
      options: { pool },
    };
    expect(propose(query)).toEqual({
      ok: false,
      reason: expect.stringContaining(reason),
    });
  });
});
