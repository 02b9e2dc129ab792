import { collector } from '../collect/collector';
import { COLLECTORS } from '../collect/collectors';
import { iamActions, iamPolicy } from './iamPolicy';

const CLUSTER = {
  name: 'pay-ledger',
  accountId: '111111111111',
  region: 'ap-northeast-1',
};

describe('iamPolicy', () => {
  it('limits what it can to the cluster and its parts', () => {
    const { Statement } = iamPolicy(COLLECTORS, CLUSTER);
    const [cluster, account] = Statement;
    expect(cluster).toMatchObject({
      Action: expect.arrayContaining(['eks:DescribeCluster']),
      Resource: expect.arrayContaining([
        'arn:aws:eks:ap-northeast-1:111111111111:cluster/pay-ledger',
        'arn:aws:eks:ap-northeast-1:111111111111:nodegroup/pay-ledger/*',
      ]),
    });
    // EKS has no resource for the versions that it offers.
    expect(account?.Action.filter(name => name.startsWith('eks:'))).toEqual([
      'eks:DescribeClusterVersions',
    ]);
    expect(account?.Resource).toBe('*');
  });

  it('allows reading and nothing else', () => {
    const actions = iamActions(COLLECTORS);
    expect(actions.length).toBeGreaterThan(30);
    expect(
      actions.filter(
        name => !/^[a-z0-9]+:(?:Describe|Get|List|Search)/.test(name),
      ),
    ).toEqual([]);
  });

  it('names each action once, sorted, and not what is always allowed', () => {
    const twice = collector({
      fact: 'vpc',
      aws: ['ec2:DescribeVpcs', 'ec2:DescribeSubnets', 'sts:GetCallerIdentity'],
      collect: (): Promise<never> => Promise.reject(new Error('not called')),
    });
    expect(iamActions([twice, twice])).toEqual([
      'ec2:DescribeSubnets',
      'ec2:DescribeVpcs',
    ]);
  });

  it('has no statement without an action', () => {
    expect(iamPolicy([], CLUSTER).Statement).toEqual([]);
  });
});
