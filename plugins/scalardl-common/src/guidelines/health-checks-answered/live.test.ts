import type { KubernetesJson, LiveProbe, LiveProbes } from '../../facts/live';
import {
  type Change,
  type Trial,
  expected,
  onLedger,
  tryOut,
  unreadOnLedger,
} from '../liveTrial.fixture';
import { healthChecksAnswered } from './healthChecksAnswered';

const ID = 'client port, k8s-auditor.elb:40051';

const POD = {
  namespace: 'scalardl-ledger',
  labels: { 'scalardl-on-eks/probe': 'auditor' },
};

const withProbes = (probes: LiveProbes): Change =>
  onLedger('probes', () => probes);

/** One port that serves, and one that ended like this. */
const ended = (end: Partial<LiveProbe>): Change[] => [
  withProbes({
    pod: POD,
    ranges: ['10.2.0.0/20'],
    ends: [],
    probes: [
      {
        id: 'privileged port, :40052',
        port: 40052,
        tls: 'verified',
        exitCode: 0,
        message: '',
      },
      { id: ID, port: 40051, tls: 'verified', message: '', ...end },
    ],
  }),
];

const REFUSED = {
  exitCode: 2,
  message:
    'timeout: failed to connect service "k8s-auditor.elb:40051" within 5s',
};

const policy = (spec: object): Change =>
  onLedger('networkPolicies', all => [
    ...all,
    {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: { name: 'limits', namespace: POD.namespace },
      spec,
    } as KubernetesJson,
  ]);

const trials: Trial[] = [
  {
    trap: 'nobody asked for it',
    verdict: 'skipped',
    says: 'off, because probe is not set',
  },
  {
    trap: 'both ports serve',
    changes: ended({ exitCode: 0 }),
    verdict: 'pass',
    says: `${ID} is serving (TLS, certificate verified)`,
  },
  {
    trap: 'a certificate that was not verified',
    changes: ended({
      ...{ exitCode: 0, tls: 'unverified' },
      unverified: 'Ledger has no authority',
    }),
    verdict: 'pass',
    says: '(TLS, certificate not verified, because Ledger has no authority)',
  },
  {
    trap: 'clear text',
    changes: ended({ exitCode: 0, tls: 'none' }),
    verdict: 'pass',
    says: 'is serving (clear text)',
  },
  {
    trap: 'no connection',
    changes: ended(REFUSED),
    verdict: 'fail',
    says: `${ID} takes no connection: timeout: failed to connect`,
  },
  {
    trap: 'a server that is not serving',
    changes: ended({
      exitCode: 4,
      message: 'service unhealthy (responded with "NOT_SERVING")',
    }),
    verdict: 'fail',
    says: 'is not serving: service unhealthy',
  },
  {
    trap: 'something that speaks gRPC without a health service',
    changes: ended({
      exitCode: 3,
      message:
        'error: this server does not implement the grpc health protocol (grpc.health.v1.Health): unknown service',
    }),
    verdict: 'unknown',
    says: 'has no health service',
  },
  {
    trap: 'an Envoy with nothing behind it',
    changes: ended({
      exitCode: 3,
      message:
        'error: health rpc failed: rpc error: code = Unavailable desc = no healthy upstream',
    }),
    verdict: 'fail',
    says: 'answers with Unavailable',
  },
  {
    trap: 'an answer that is late',
    changes: ended({
      exitCode: 3,
      message: 'timeout: health rpc did not complete within 5s',
    }),
    verdict: 'fail',
    says: 'answers with DeadlineExceeded',
  },
  {
    trap: 'arguments that the program does not take',
    changes: ended({ exitCode: 1, message: 'error: -addr not specified' }),
    verdict: 'unknown',
    says: 'was not asked: error: -addr not specified',
  },
  {
    trap: 'a program that crashed, which ends like one that got no connection',
    changes: ended({ exitCode: 2, message: 'panic: runtime error' }),
    verdict: 'unknown',
    says: 'was not asked: panic',
  },
  {
    trap: 'a pod that never ran',
    changes: ended({ message: 'ImagePullBackOff: Back-off pulling image' }),
    verdict: 'unknown',
    says: 'was not asked: ImagePullBackOff',
  },
  {
    trap: 'a policy for the whole namespace that may hold the probe back',
    changes: [
      ...ended(REFUSED),
      policy({ podSelector: {}, policyTypes: ['Egress'], egress: [] }),
    ],
    verdict: 'unknown',
    says: 'the pod of the probe may be held back: ',
  },
  {
    trap: 'a policy for the whole namespace about who comes in',
    changes: [...ended(REFUSED), policy({ podSelector: {}, ingress: [] })],
    verdict: 'fail',
    says: 'takes no connection',
  },
  {
    trap: 'a policy for other pods',
    changes: [
      ...ended(REFUSED),
      policy({ podSelector: { matchLabels: { app: 'x' } }, egress: [] }),
    ],
    verdict: 'fail',
    says: 'takes no connection',
  },
  {
    trap: 'a policy for the whole namespace, and one that lets the probe out',
    changes: [
      ...ended(REFUSED),
      policy({ podSelector: {}, policyTypes: ['Egress'], egress: [] }),
      policy({
        podSelector: { matchLabels: POD.labels },
        egress: [
          {
            to: [{ ipBlock: { cidr: '10.2.0.0/20' } }],
            ports: [{ protocol: 'TCP', port: 40051 }],
          },
        ],
      }),
    ],
    verdict: 'fail',
    says: 'takes no connection',
  },
  {
    trap: 'policies that were not read',
    changes: [...ended(REFUSED), unreadOnLedger('networkPolicies')],
    verdict: 'unknown',
    says: 'networkPolicies was denied',
  },
  {
    trap: 'a side that has no load balancer',
    changes: [
      withProbes({
        ranges: [],
        probes: [],
        ends: [{ id: 'client port', answer: 'no', detail: 'no load balancer' }],
      }),
    ],
    verdict: 'fail',
    says: 'no load balancer',
  },
  {
    trap: 'TLS of which nothing tells',
    changes: [
      withProbes({
        ranges: [],
        probes: [],
        ends: [
          { id: ID, answer: 'unknown', detail: 'tls comes from elsewhere' },
        ],
      }),
    ],
    verdict: 'unknown',
    says: 'tls comes from elsewhere',
  },
  {
    trap: 'no product',
    changes: [withProbes({ ranges: [], probes: [], ends: [] })],
    verdict: 'skipped',
    says: 'the product is not deployed on both sides',
  },
  {
    trap: 'a Job that could not be removed',
    changes: [
      ...ended({ exitCode: 0 }),
      onLedger('probes', found => found && { ...found, left: 'a Job stays' }),
    ],
    verdict: 'pass',
    says: 'a Job stays',
  },
  {
    trap: 'a Job that was refused',
    changes: [unreadOnLedger('probes')],
    verdict: 'unknown',
    says: 'probes was denied',
  },
];

describe('health-checks-answered, live', () => {
  it.each(trials)('$trap: $verdict', trial => {
    expect(tryOut(healthChecksAnswered, trial)).toEqual(expected(trial));
  });
});
