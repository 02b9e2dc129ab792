import {
  type Trial,
  changeOne,
  expected,
  onLedger,
  tryOut,
  unreadOnLedger,
} from '../liveTrial.fixture';
import { supportedAmiFamily } from './supportedAmiFamily';

const amiType = (value: string) =>
  onLedger('nodeGroups', groups =>
    changeOne(groups, group => ({ ...group, amiType: value })),
  );

const osImage = (value: string | undefined, at = 0) =>
  onLedger('nodes', nodes =>
    changeOne(nodes, node => ({ ...node, osImage: value }), at),
  );

const untold = [
  osImage(undefined),
  osImage(undefined, 1),
  osImage(undefined, 2),
];

const trials: Trial[] = [
  {
    trap: 'Amazon Linux 2023',
    verdict: 'pass',
    says: 'AL2023_x86_64_STANDARD',
  },
  {
    trap: 'Amazon Linux 2, whose name is the beginning of the other',
    changes: [amiType('AL2_x86_64')],
    verdict: 'fail',
    says: 'AL2_x86_64, which ends with Kubernetes 1.32',
  },
  {
    trap: 'a node of Amazon Linux 2 in a group that has changed since',
    changes: [osImage('Amazon Linux 2')],
    verdict: 'fail',
    says: 'node-ledger-0 runs Amazon Linux 2, which ends with Kubernetes 1.32',
  },
  {
    trap: 'Windows',
    changes: [amiType('WINDOWS_CORE_2022_x86_64')],
    verdict: 'fail',
    says: 'does not run Linux containers',
  },
  {
    trap: 'Bottlerocket of Auto Mode, in no node group',
    changes: [
      onLedger('nodeGroups', () => []),
      onLedger('nodes', nodes =>
        nodes.map(node => ({
          ...node,
          osImage: 'Bottlerocket (EKS Auto, Standard) 2026.11.3 (aws-k8s-1.35)',
        })),
      ),
    ],
    verdict: 'pass',
    says: 'Bottlerocket (EKS Auto',
  },
  {
    trap: 'an image of one’s own, whose nodes tell their system',
    changes: [amiType('CUSTOM')],
    verdict: 'pass',
    says: 'Amazon Linux 2023.8.20251120',
  },
  {
    trap: 'an image of one’s own, whose nodes do not tell',
    changes: [amiType('CUSTOM'), ...untold],
    verdict: 'unknown',
    says: 'ledger-v1 has CUSTOM',
  },
  {
    trap: 'a self-managed node that does not tell',
    changes: [onLedger('nodeGroups', () => []), ...untold],
    verdict: 'unknown',
    says: 'is in no managed node group',
  },
  {
    trap: 'a system that nobody knows',
    changes: [osImage('Talos (v1.11)')],
    verdict: 'unknown',
    says: 'node-ledger-0 runs Talos (v1.11), which this program does not know',
  },
  {
    trap: 'an old Ubuntu',
    changes: [osImage('Ubuntu 20.04.6 LTS')],
    verdict: 'fail',
    says: 'Ubuntu 20.04.6 LTS',
  },
  {
    trap: 'neither groups nor nodes',
    changes: [onLedger('nodeGroups', () => []), onLedger('nodes', () => [])],
    verdict: 'skipped',
    says: 'no nodes of its own',
  },
  {
    trap: 'nodes that were not read',
    changes: [unreadOnLedger('nodes')],
    verdict: 'unknown',
    says: 'nodes was denied',
  },
  {
    trap: 'node groups that were not read',
    changes: [unreadOnLedger('nodeGroups')],
    verdict: 'unknown',
    says: 'nodeGroups was denied',
  },
];

describe('supported-ami-family, live', () => {
  it.each(trials)('$trap: $verdict', trial => {
    expect(tryOut(supportedAmiFamily, trial)).toEqual(expected(trial));
  });
});
