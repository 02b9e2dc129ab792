import type { LiveInstance } from '../../facts/live';
import {
  type Trial,
  changeOne,
  expected,
  onLedger,
  tryOut,
  unreadOnLedger,
} from '../liveTrial.fixture';
import { nodeVolumesEncrypted } from './nodeVolumesEncrypted';

const oneMachine = (change: Partial<LiveInstance>) =>
  onLedger('instances', instances =>
    changeOne(instances, instance => ({ ...instance, ...change })),
  );

const secondVolume = (encrypted: boolean) => [
  oneMachine({ volumeIds: ['vol-ledger-0', 'vol-second'] }),
  onLedger('volumes', volumes => [
    ...volumes,
    { id: 'vol-second', encrypted, instanceId: 'i-ledger-0' },
  ]),
];

const trials: Trial[] = [
  { trap: 'all encrypted', verdict: 'pass', says: 'vol-ledger-0' },
  {
    trap: 'one that is not',
    changes: [
      onLedger('volumes', volumes =>
        changeOne(volumes, volume => ({ ...volume, encrypted: false })),
      ),
    ],
    verdict: 'fail',
    says: 'vol-ledger-0 of i-ledger-0 is not encrypted',
  },
  {
    trap: 'the second volume of Bottlerocket',
    changes: secondVolume(false),
    verdict: 'fail',
    says: 'vol-second of i-ledger-0 is not encrypted',
  },
  {
    trap: 'the second volume of Bottlerocket, encrypted too',
    changes: secondVolume(true),
    verdict: 'pass',
    says: 'vol-second',
  },
  {
    trap: 'a volume that EC2 does not show',
    changes: [onLedger('volumes', volumes => volumes.slice(1))],
    verdict: 'unknown',
    says: 'EC2 shows no volume vol-ledger-0',
  },
  {
    trap: 'a machine without volumes',
    changes: [oneMachine({ volumeIds: [] })],
    verdict: 'unknown',
    says: 'EC2 shows no volume of i-ledger-0',
  },
  {
    trap: 'a machine of Auto Mode among others',
    changes: [
      oneMachine({ managed: true }),
      onLedger('volumes', volumes => volumes.slice(1)),
    ],
    verdict: 'pass',
    says: 'vol-ledger-1',
  },
  {
    trap: 'nodes that were not read, so that a machine may be missing',
    changes: [unreadOnLedger('nodes')],
    verdict: 'unknown',
    says: 'nodes was denied',
  },
  {
    trap: 'volumes that were not read',
    changes: [unreadOnLedger('volumes')],
    verdict: 'unknown',
    says: 'volumes was denied',
  },
];

describe('node-volumes-encrypted, live', () => {
  it.each(trials)('$trap: $verdict', trial => {
    expect(tryOut(nodeVolumesEncrypted, trial)).toEqual(expected(trial));
  });
});
