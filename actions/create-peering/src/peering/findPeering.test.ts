import { halfOf } from '../link/half.fixture';
import type { Link } from '../link/link';
import { findPeering } from './findPeering';
import { NAME_TAG } from './marks';
import type { Peering } from './peering';

function peering(id: string, more: Partial<Peering> = {}): Peering {
  return {
    id,
    status: 'active',
    message: '',
    requester: end('vpc-auditor', '222222222222', ['10.1.16.0/20']),
    accepter: end('vpc-ledger', '111111111111', ['10.1.0.0/20']),
    tags: new Map(),
    ...more,
  };
}

function end(vpcId: string, accountId: string, ranges: string[]) {
  return { vpcId, accountId, region: 'eu-west-1', ranges };
}

function linkOf(peerings: Peering[], other = {}): Link {
  const half = halfOf({ peerings, other });
  const { other: to, network: from } = half;
  const connection = {
    name: 'auditor-ledger',
    key: 'connections[0]',
    from: 'auditor',
    to: 'ledger',
    ports: { from: [], to: [] },
    dns: true,
    required: true,
  };
  return { connection, from, to, halves: [half] };
}

const MARKED = new Map([[NAME_TAG, 'auditor-ledger']]);

describe('findPeering', () => {
  it.each(['failed', 'expired', 'rejected', 'deleted'])(
    'ignores what is %s',
    status => {
      const link = linkOf([peering('pcx-1', { status })]);
      expect(findPeering(link)).toEqual({ kind: 'none', leaving: undefined });
    },
  );

  it('tells of one that is being deleted', () => {
    const link = linkOf([peering('pcx-1', { status: 'deleting' })]);
    expect(findPeering(link)).toEqual({ kind: 'none', leaving: 'pcx-1' });
  });

  it('takes the one with the mark of several, and none without', () => {
    const several = [peering('pcx-1'), peering('pcx-2', { tags: MARKED })];
    expect(findPeering(linkOf(several))).toMatchObject({
      kind: 'one',
      peering: { id: 'pcx-2' },
    });
    expect(findPeering(linkOf([peering('pcx-1'), peering('pcx-2')])).kind).toBe(
      'several',
    );
  });

  describe('where only the account and the ranges of the other network are known', () => {
    const known = {
      vpcId: undefined,
      isRead: false,
      accountId: '111111111111',
      ranges: ['10.1.0.0/20'],
    };

    it('takes its peering', () => {
      expect(findPeering(linkOf([peering('pcx-1')], known)).kind).toBe('one');
    });

    it.each([
      {
        stranger: 'another account',
        accepter: end('vpc-x', '999999999999', ['10.1.0.0/20']),
      },
      {
        stranger: 'another range',
        accepter: end('vpc-x', '111111111111', ['10.9.0.0/20']),
      },
      {
        stranger: 'another region',
        accepter: {
          ...end('vpc-x', '111111111111', ['10.1.0.0/20']),
          region: 'us-east-1',
        },
      },
    ])('takes nothing of $stranger', ({ accepter }) => {
      const link = linkOf([peering('pcx-1', { accepter })], known);
      expect(findPeering(link).kind).toBe('none');
    });
  });
});
