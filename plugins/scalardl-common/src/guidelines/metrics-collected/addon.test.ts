import type { LiveAddon } from '../../facts/live';
import {
  type Change,
  type Trial,
  expected,
  onLedger,
  tryOut,
  unreadOnLedger,
} from '../liveTrial.fixture';
import { metricsCollected } from './metricsCollected';
import { without } from '../__testUtils__/monitors';

const addon = (changes: Partial<LiveAddon> = {}): Change[] => [
  without('Prometheus'),
  onLedger('addons', addons => [
    ...addons,
    {
      name: 'amazon-cloudwatch-observability',
      version: 'v4.6.0-eksbuild.1',
      status: 'ACTIVE',
      healthIssues: [],
      ...changes,
    },
  ]),
  onLedger('daemonSets', daemonSets =>
    daemonSets.map(one => ({
      ...one,
      metadata: { ...one.metadata, name: 'cloudwatch-agent' },
    })),
  ),
];

const trials: Trial[] = [
  {
    trap: 'CloudWatch instead of Prometheus',
    changes: addon(),
    verdict: 'pass',
    says: 'amazon-cloudwatch-observability is ACTIVE',
  },
  {
    trap: 'an add-on that is degraded',
    changes: addon({ status: 'DEGRADED' }),
    verdict: 'fail',
    says: 'amazon-cloudwatch-observability is DEGRADED',
  },
  {
    trap: 'an add-on whose agent collects no metrics of Kubernetes',
    changes: addon({ configuration: '{"agent":{"config":{"logs":{}}}}' }),
    verdict: 'fail',
    says: 'agent.config collects no metrics of Kubernetes',
  },
  {
    trap: 'an add-on whose agent is nowhere',
    changes: [...addon(), onLedger('daemonSets', () => [])],
    verdict: 'fail',
    says: 'does not come to node-ledger-0',
  },
  {
    trap: 'an add-on whose agents were not read',
    changes: [...addon(), unreadOnLedger('daemonSets')],
    verdict: 'unknown',
    says: 'daemonSets was denied',
  },
  {
    trap: 'no Prometheus, and add-ons that were not read',
    changes: [without('Prometheus'), unreadOnLedger('addons')],
    verdict: 'unknown',
    says: 'addons was denied',
  },
  {
    trap: 'an add-on that is being updated',
    changes: addon({ status: 'UPDATING' }),
    verdict: 'unknown',
    says: 'amazon-cloudwatch-observability is UPDATING, which passes',
  },
  {
    trap: 'a fault of an add-on that is being updated',
    changes: addon({
      status: 'UPDATING',
      healthIssues: ['AccessDenied: the role is gone'],
    }),
    verdict: 'fail',
    says: 'amazon-cloudwatch-observability: AccessDenied: the role is gone',
  },
];

describe('metrics-collected, live, by the add-on', () => {
  it.each(trials)('$trap: $verdict', trial => {
    expect(tryOut(metricsCollected, trial)).toEqual(expected(trial));
  });
});
