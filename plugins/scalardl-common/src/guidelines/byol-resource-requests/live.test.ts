import {
  type Trial,
  expected,
  onContainers,
  onLedger,
  tryOut,
  unreadOnLedger,
  withSettings,
} from '../liveTrial.fixture';
import { byolResourceRequests } from './byolResourceRequests';

const requests = (cpu: string, memory: string) =>
  onContainers('ledger', () => ({ requests: { cpu, memory } }));

const mirrored = [
  onContainers('ledger', () => ({
    image: 'mirror.example.com/scalar/ledger:3',
  })),
  withSettings({ imageMirrors: ['mirror.example.com/scalar'] }),
];

const trials: Trial[] = [
  { trap: 'enough', verdict: 'pass', says: 'requests memory 4Gi' },
  {
    trap: 'millicores',
    changes: [requests('2000m', '4096Mi')],
    verdict: 'pass',
    says: 'requests cpu 2000m',
  },
  {
    trap: '4G, which is less than 4Gi',
    changes: [requests('2', '4G')],
    verdict: 'fail',
    says: 'requests memory 4G',
  },
  {
    trap: 'a little less than two CPUs',
    changes: [requests('1999m', '4Gi')],
    verdict: 'fail',
    says: 'requests cpu 1999m',
  },
  {
    trap: 'nothing, as the chart has it',
    changes: [onContainers('ledger', () => ({ requests: {}, limits: {} }))],
    verdict: 'fail',
    says: 'requests no cpu',
  },
  {
    trap: 'only limits, which Kubernetes takes for the requests',
    changes: [onContainers('ledger', () => ({ requests: {} }))],
    verdict: 'pass',
    says: 'requests cpu 2',
  },
  {
    trap: 'one pod that was resized',
    changes: [
      onContainers('ledger', (_, index) =>
        index === 2 ? { requests: { cpu: '1', memory: '4Gi' } } : {},
      ),
    ],
    verdict: 'fail',
    says: 'scalardl-ledger-ledger-2 requests cpu 1',
  },
  {
    trap: 'Envoy, which has no licence',
    changes: [onContainers('envoy', () => ({ requests: {}, limits: {} }))],
    verdict: 'pass',
    says: 'requests cpu 2',
  },
  {
    trap: 'an image of AWS Marketplace, whatever the settings say',
    changes: [
      onContainers('ledger', () => ({
        image:
          '709825985650.dkr.ecr.us-east-1.amazonaws.com/scalar/scalardl-ledger-aws-payg:3.13.0',
      })),
    ],
    verdict: 'skipped',
    says: 'AWS Marketplace',
  },
  {
    trap: 'a mirror whose name does not tell, with the licence in the settings',
    changes: mirrored,
    verdict: 'pass',
    says: 'requests cpu 2',
  },
  {
    trap: 'a licence that nobody tells',
    changes: [...mirrored, withSettings({ licensing: undefined })],
    verdict: 'unknown',
    says: 'tell the licence',
  },
  {
    trap: 'no pods',
    changes: [onLedger('productPods', () => [])],
    verdict: 'skipped',
    says: 'no Ledger pod',
  },
  {
    trap: 'pods that were not read',
    changes: [unreadOnLedger('productPods')],
    verdict: 'unknown',
    says: 'productPods was denied',
  },
];

describe('byol-resource-requests, live', () => {
  it.each(trials)('$trap: $verdict', trial => {
    expect(tryOut(byolResourceRequests, trial)).toEqual(expected(trial));
  });
});
