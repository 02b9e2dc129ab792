import type { LiveNodeGroup } from '../../facts/live';
import {
  type Trial,
  changeOne,
  expected,
  onLedger,
  tryOut,
  unreadOnLedger,
} from '../liveTrial.fixture';
import { nodeGroupsHealthy } from './nodeGroupsHealthy';

const group = (change: Partial<LiveNodeGroup>) =>
  onLedger('nodeGroups', groups =>
    changeOne(groups, one => ({ ...one, ...change })),
  );

const trials: Trial[] = [
  { trap: 'active', verdict: 'pass', says: 'ledger-v1 is ACTIVE' },
  {
    trap: 'an issue of a group that is active',
    changes: [
      group({
        healthIssues: ['InsufficientFreeAddresses: no address is left'],
      }),
    ],
    verdict: 'fail',
    says: 'InsufficientFreeAddresses: no address is left',
  },
  {
    trap: 'a degraded group',
    changes: [group({ status: 'DEGRADED' })],
    verdict: 'fail',
    says: 'ledger-v1 is DEGRADED',
  },
  {
    trap: 'a group that is being updated',
    changes: [group({ status: 'UPDATING' })],
    verdict: 'unknown',
    says: 'ledger-v1 is UPDATING, which passes',
  },
  {
    trap: 'a group that goes because another took its place',
    changes: [group({ status: 'DELETING' })],
    verdict: 'unknown',
    says: 'ledger-v1 is DELETING, which passes',
  },
  {
    trap: 'an issue of a group that is being updated',
    changes: [
      group({
        status: 'UPDATING',
        healthIssues: ['PodEvictionFailure: a budget allows none'],
      }),
    ],
    verdict: 'fail',
    says: 'PodEvictionFailure: a budget allows none',
  },
  {
    trap: 'a group that could not be created',
    changes: [group({ status: 'CREATE_FAILED' })],
    verdict: 'fail',
    says: 'ledger-v1 is CREATE_FAILED',
  },
  {
    trap: 'no managed node group',
    changes: [onLedger('nodeGroups', () => [])],
    verdict: 'skipped',
    says: 'no managed node groups',
  },
  {
    trap: 'groups that were not read',
    changes: [unreadOnLedger('nodeGroups')],
    verdict: 'unknown',
    says: 'nodeGroups was denied',
  },
];

describe('node-groups-healthy, live', () => {
  it.each(trials)('$trap: $verdict', trial => {
    expect(tryOut(nodeGroupsHealthy, trial)).toEqual(expected(trial));
  });
});
