import {
  type Trial,
  expected,
  onContainers,
  tryOut,
  unreadOnLedger,
  withSettings,
} from '../liveTrial.fixture';
import { marketplaceResourceLimits } from './marketplaceResourceLimits';

const IMAGE =
  '709825985650.dkr.ecr.us-east-1.amazonaws.com/scalar/scalardl-ledger-aws-payg:3.13.0';

const limits = (values: Record<string, string>) =>
  onContainers('ledger', () => ({ image: IMAGE, limits: values }));

const trials: Trial[] = [
  {
    trap: 'an own licence',
    verdict: 'skipped',
    says: 'the product runs with an own licence key',
  },
  {
    trap: 'limits as they must be',
    changes: [limits({ cpu: '2', memory: '4Gi' })],
    verdict: 'pass',
    says: 'is limited to cpu 2',
  },
  {
    trap: '4G, which is less than 4Gi',
    changes: [limits({ cpu: '2000m', memory: '4G' })],
    verdict: 'pass',
    says: 'is limited to memory 4G',
  },
  {
    trap: 'a millicore too many',
    changes: [limits({ cpu: '2001m', memory: '4Gi' })],
    verdict: 'fail',
    says: 'is limited to cpu 2001m',
  },
  {
    trap: 'too much memory',
    changes: [limits({ cpu: '2', memory: '5G' })],
    verdict: 'fail',
    says: 'is limited to memory 5G',
  },
  {
    trap: 'no limits: the whole node may be used',
    changes: [limits({})],
    verdict: 'fail',
    says: 'has no limit of cpu',
  },
  {
    trap: 'a mirror whose name does not tell, with the licence in the settings',
    changes: [
      onContainers('ledger', () => ({
        image: 'mirror.example.com/scalar/ledger:3',
        limits: { cpu: '4', memory: '4Gi' },
      })),
      withSettings({
        imageMirrors: ['mirror.example.com/scalar'],
        licensing: 'awsMarketplace',
      }),
    ],
    verdict: 'fail',
    says: 'is limited to cpu 4',
  },
  {
    trap: 'a licence that nobody tells',
    changes: [
      onContainers('ledger', () => ({
        image: 'mirror.example.com/scalar/ledger:3',
      })),
      withSettings({
        imageMirrors: ['mirror.example.com/scalar'],
        licensing: undefined,
      }),
    ],
    verdict: 'unknown',
    says: 'tell the licence',
  },
  {
    trap: 'pods that were not read',
    changes: [unreadOnLedger('productPods')],
    verdict: 'unknown',
    says: 'productPods was denied',
  },
];

describe('marketplace-resource-limits, live', () => {
  it.each(trials)('$trap: $verdict', trial => {
    expect(tryOut(marketplaceResourceLimits, trial)).toEqual(expected(trial));
  });
});
