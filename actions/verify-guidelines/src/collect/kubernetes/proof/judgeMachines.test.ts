import { judgeMachines } from './judgeMachines';

const machine = (id: string, cluster = 'pay-ledger') => ({
  id,
  tags: { [`kubernetes.io/cluster/${cluster}`]: 'owned' },
});

describe('judgeMachines', () => {
  it.each<[string, Parameters<typeof judgeMachines>[2]]>([
    ['machines of the cluster', [machine('i-1'), machine('i-2')]],
    ['machines of which one has just ended', [machine('i-1')]],
    [
      'machines of a managed node group',
      [{ id: 'i-1', tags: { 'eks:cluster-name': 'pay-ledger' } }],
    ],
  ])('is content with %s', (_, machines) => {
    expect(judgeMachines('pay-ledger', ['i-1', 'i-2'], machines)).toBe(
      undefined,
    );
  });

  it.each<[string, string[], Parameters<typeof judgeMachines>[2], string]>([
    ['no machines', [], [], 'none of its nodes is a machine of EC2'],
    [
      'machines of another account',
      ['i-1', 'i-2', 'i-3', 'i-4'],
      [],
      'its nodes (i-1, i-2, i-3, …) are no machines of this account and region',
    ],
    [
      'machines of another cluster',
      ['i-1'],
      [machine('i-1', 'pay-auditor')],
      'its nodes (i-1) carry no tag of that cluster',
    ],
    [
      'machines of which one is of another cluster',
      ['i-1', 'i-2'],
      [machine('i-1'), machine('i-2', 'pay-ledger-2')],
      'its nodes (i-2) carry no tag of that cluster',
    ],
  ])('doubts %s', (_, nodes, machines, doubt) => {
    expect(judgeMachines('pay-ledger', nodes, machines)).toBe(doubt);
  });
});
