import { liveNameRecord } from './liveNameRecord';

describe('liveNameRecord', () => {
  it('writes names as everybody else does', () => {
    expect(
      liveNameRecord({
        Name: '\\052.Payments.internal.',
        Type: 'CNAME',
        TTL: 60,
        ResourceRecords: [{ Value: 'K8s-1.elb.ap-northeast-1.amazonaws.com.' }],
      }),
    ).toEqual({
      name: '*.payments.internal',
      type: 'CNAME',
      values: ['k8s-1.elb.ap-northeast-1.amazonaws.com'],
      chosen: false,
    });
  });

  it('tells what an alias stands for, and that a policy chooses', () => {
    expect(
      liveNameRecord({
        Name: 'ledger.payments.internal.',
        Type: 'A',
        SetIdentifier: 'first',
        Weight: 10,
        AliasTarget: {
          HostedZoneId: 'Z31USIVHYNEOWT',
          DNSName: 'dualstack.k8s-1.elb.ap-northeast-1.amazonaws.com.',
          EvaluateTargetHealth: false,
        },
      }),
    ).toEqual({
      name: 'ledger.payments.internal',
      type: 'A',
      values: [],
      alias: {
        zoneId: 'Z31USIVHYNEOWT',
        name: 'dualstack.k8s-1.elb.ap-northeast-1.amazonaws.com',
      },
      chosen: true,
    });
  });

  it('keeps nothing of what leads nowhere', () => {
    const record = liveNameRecord({
      Name: 'payments.internal.',
      Type: 'TXT',
      ResourceRecords: [{ Value: '"whatever somebody noted here"' }],
    });
    expect(record).toMatchObject({ type: 'TXT', values: [] });
  });
});
