import { type AddressPlanDraft, addressPlanProblems } from './addressPlan';

const ZONES = ['ap-northeast-1a', 'ap-northeast-1c', 'ap-northeast-1d'];

const SOUND: AddressPlanDraft = {
  serviceCidr: '172.20.0.0/16',
  ledger: { region: 'ap-northeast-1', cidr: '10.1.0.0/20', zones: ZONES },
  auditor: { region: 'ap-northeast-1', cidr: '10.1.16.0/20', zones: ZONES },
};

function keysOf(draft: AddressPlanDraft): string[] {
  return addressPlanProblems(draft).map(({ key }) => key);
}

describe('addressPlanProblems', () => {
  it('finds nothing in a sound plan, and misses none of the other keys of the file', () => {
    expect(addressPlanProblems(SOUND)).toEqual([]);
  });

  it('finds a side that shares addresses with the other', () => {
    const draft = {
      ...SOUND,
      auditor: { ...SOUND.auditor, cidr: '10.1.8.0/21' },
    };
    expect(addressPlanProblems(draft)).toEqual([
      expect.objectContaining({
        key: 'spec.auditor.network.cidr',
        expected: expect.stringContaining('10.1.0.0/20'),
        received: '10.1.8.0/21',
      }),
    ]);
  });

  it('finds applications and runners that share addresses with a side or the services', () => {
    const applications = [['10.9.0.0/16'], ['10.1.3.0/24']];
    const runners = ['172.20.4.0/24'];
    expect(keysOf({ ...SOUND, applications, runners })).toEqual([
      'spec.applications[1].cidrs[0]',
      'spec.runners.cidrs[0]',
    ]);
  });

  it('judges the room for nodes once their type and number are known', () => {
    const nodes = { instanceTypes: ['m7i.xlarge'], maxNodes: 20 };
    expect(keysOf({ ...SOUND, ledger: { ...SOUND.ledger, ...nodes } })).toEqual(
      ['spec.ledger.network.cidr'],
    );
    expect(
      keysOf({ ...SOUND, ledger: { ...SOUND.ledger, ...nodes, maxNodes: 12 } }),
    ).toEqual([]);
  });

  it('finds zones of another region and too few of them', () => {
    const zones = ['us-east-1a', 'ap-northeast-1a'];
    expect(
      keysOf({
        ...SOUND,
        ledger: { ...SOUND.ledger, zones },
        auditor: { ...SOUND.auditor, zones: [] },
      }),
    ).toEqual(['spec.ledger.network.zones[0]', 'spec.auditor.network.zones']);
  });

  it('names every part that is missing', () => {
    expect(keysOf({ ledger: {}, auditor: {} })).toEqual(
      expect.arrayContaining([
        'spec.serviceCidr',
        'spec.ledger.network.cidr',
        'spec.auditor.network.zones',
      ]),
    );
  });
});
