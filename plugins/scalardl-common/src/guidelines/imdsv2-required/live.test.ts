import type { LiveInstance } from '../../facts/live';
import {
  type Trial,
  changeOne,
  expected,
  onLedger,
  tryOut,
  unreadOnLedger,
} from '../liveTrial.fixture';
import { imdsv2Required } from './imdsv2Required';

const oneMachine = (change: Partial<LiveInstance>) =>
  onLedger('instances', instances =>
    changeOne(instances, instance => ({ ...instance, ...change })),
  );

const trials: Trial[] = [
  { trap: 'tokens required', verdict: 'pass', says: 'are required' },
  {
    trap: 'one machine of three from before the launch template changed',
    changes: [oneMachine({ metadataTokens: 'optional' })],
    verdict: 'fail',
    says: 'tokens of i-ledger-0 are optional',
  },
  {
    trap: 'a service that is switched off',
    changes: [
      oneMachine({ metadataTokens: 'optional', metadataEndpoint: 'disabled' }),
    ],
    verdict: 'pass',
    says: 'the metadata service of i-ledger-0 is switched off',
  },
  {
    trap: 'a terminated machine that is still listed',
    changes: [
      onLedger('instances', instances => [
        ...instances,
        ...instances.slice(0, 1).map(instance => ({
          ...instance,
          id: 'i-old',
          state: 'terminated',
          metadataTokens: 'optional',
        })),
      ]),
    ],
    verdict: 'pass',
    says: 'are required',
  },
  {
    trap: 'only machines of Auto Mode',
    changes: [
      onLedger('instances', instances =>
        instances.map(instance => ({
          ...instance,
          managed: true,
          metadataTokens: 'optional',
        })),
      ),
    ],
    verdict: 'skipped',
    says: 'no EC2 machines of its own',
  },
  {
    trap: 'a machine that does not tell',
    changes: [oneMachine({ metadataTokens: undefined })],
    verdict: 'unknown',
    says: 'whether i-ledger-0 requires tokens',
  },
  {
    trap: 'a node on a machine that no tag tells',
    changes: [onLedger('instances', instances => instances.slice(1))],
    verdict: 'unknown',
    says: 'EC2 shows no machine i-ledger-0, on which the node node-ledger-0 runs',
  },
  {
    trap: 'nodes that were not read, so that a machine may be missing',
    changes: [unreadOnLedger('nodes')],
    verdict: 'unknown',
    says: 'nodes was denied',
  },
  {
    trap: 'a breach, whatever was not read',
    changes: [
      unreadOnLedger('nodes'),
      oneMachine({ metadataTokens: 'optional' }),
    ],
    verdict: 'fail',
    says: 'are optional',
  },
  {
    trap: 'machines that were not read',
    changes: [unreadOnLedger('instances')],
    verdict: 'unknown',
    says: 'instances was denied',
  },
];

describe('imdsv2-required, live', () => {
  it.each(trials)('$trap: $verdict', trial => {
    expect(tryOut(imdsv2Required, trial)).toEqual(expected(trial));
  });
});
