import { healthyFacts } from '../../facts/live/fixture/healthy.fixture';
import { itJudges } from '../__testUtils__/itJudges';
import { denied, ofLedger } from '../__testUtils__/liveCases';
import { supportedKubernetesVersion } from './supportedKubernetesVersion';

const version = (text: string) =>
  ofLedger('cluster', cluster => ({ ...cluster, version: text }));

const kubelet = (kubeletVersion: string) =>
  ofLedger('nodes', nodes =>
    nodes.map((node, index) =>
      index === 0 ? { ...node, kubeletVersion } : node,
    ),
  );

describe('supported-kubernetes-version, live', () => {
  itJudges(supportedKubernetesVersion, {
    'passes for a supported version with kubelets of the same': {
      facts: healthyFacts(),
      verdict: 'pass',
      says: 'node-ledger-0, node-ledger-1, node-ledger-2: kubelet 1.35',
    },
    'fails for a version that is older by number, not by letters': {
      facts: version('1.9'),
      verdict: 'fail',
      says: 'Kubernetes 1.9 is older than 1.33 to 1.36',
    },
    'fails for a version that is newer than the table': {
      facts: version('1.40'),
      verdict: 'fail',
      says: 'Kubernetes 1.40 is newer',
    },
    'is unknown for a newer version past the date of the table': {
      facts: { ...version('1.37'), today: '2028-01-01' },
      verdict: 'unknown',
      says: 'holds until',
    },
    'fails for a kubelet that is newer than the API server': {
      facts: kubelet('v1.36.0-eks-1234567'),
      verdict: 'fail',
      says: 'node-ledger-0: kubelet 1.36 is newer than the API server, 1.35',
    },
    'passes for a kubelet three minor versions older': {
      facts: kubelet('v1.32.9-eks-1234567'),
      verdict: 'pass',
      says: 'node-ledger-0: kubelet 1.32',
    },
    'fails for a kubelet four minor versions older': {
      facts: kubelet('v1.31.9-eks-1234567'),
      verdict: 'fail',
      says: 'kubelet 1.31 is 4 minor versions older',
    },
    'is unknown for a kubelet whose version says nothing': {
      facts: kubelet('unknown'),
      verdict: 'unknown',
      says: 'unknown of node-ledger-0 is no version',
    },
    'fails for the API server though the nodes were not read': {
      facts: denied('nodes', version('1.32')),
      verdict: 'fail',
      says: 'Kubernetes 1.32 is older',
    },
    'is unknown where the nodes were not read': {
      facts: denied('nodes'),
      verdict: 'unknown',
      says: 'nodes was denied',
    },
    'is unknown where the cluster was not read': {
      facts: denied('cluster'),
      verdict: 'unknown',
      says: 'cluster was denied',
    },
  });
});
