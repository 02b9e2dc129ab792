import { healthyFacts } from '../../facts/live/fixture/healthy.fixture';
import { itJudges } from '../__testUtils__/itJudges';
import { denied, ofLedger } from '../__testUtils__/liveCases';
import { standardKubernetesSupport } from './standardKubernetesSupport';

const status = (text: string) =>
  ofLedger('clusterVersions', versions =>
    versions.map(version => ({ ...version, status: text })),
  );

const version = (text: string) =>
  ofLedger('cluster', cluster => ({ ...cluster, version: text }));

describe('standard-kubernetes-support, live', () => {
  itJudges(standardKubernetesSupport, {
    'passes for a version in standard support': {
      facts: healthyFacts(),
      verdict: 'pass',
      says: 'EKS lists 1.35 as STANDARD_SUPPORT, in standard support until 2027-03-27',
    },
    'fails in extended support, whatever the cluster prefers': {
      facts: status('EXTENDED_SUPPORT'),
      verdict: 'fail',
      says: 'EKS lists 1.35 as EXTENDED_SUPPORT',
    },
    'passes in standard support, though the cluster would pay for extended': {
      facts: ofLedger('cluster', cluster => ({
        ...cluster,
        supportType: 'EXTENDED',
      })),
      verdict: 'pass',
      says: 'STANDARD_SUPPORT',
    },
    'fails for a version without any support': {
      facts: status('UNSUPPORTED'),
      verdict: 'fail',
      says: 'UNSUPPORTED',
    },
    'is unknown for a version that EKS does not list': {
      facts: version('1.36'),
      verdict: 'unknown',
      says: 'EKS does not list version 1.36',
    },
    'fails by the dated table where EKS did not tell': {
      facts: denied('clusterVersions', version('1.33')),
      verdict: 'fail',
      says: 'standard support of 1.33 ended on 2026-07-29',
    },
    'is unknown where EKS did not tell and the table knows no end': {
      facts: denied('clusterVersions'),
      verdict: 'unknown',
      says: 'clusterVersions was denied',
    },
    'is unknown where the cluster was not read': {
      facts: denied('cluster'),
      verdict: 'unknown',
      says: 'cluster was denied',
    },
  });
});
