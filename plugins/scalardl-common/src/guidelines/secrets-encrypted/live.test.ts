import { healthyFacts } from '../../facts/live/fixture/healthy.fixture';
import { itJudges } from '../__testUtils__/itJudges';
import { denied, ofLedger } from '../__testUtils__/liveCases';
import { secretsEncrypted } from './secretsEncrypted';

const withoutKey = (version: string) =>
  ofLedger('cluster', cluster => ({
    ...cluster,
    secretsKeyArn: undefined,
    version,
  }));

describe('secrets-encrypted, live', () => {
  itJudges(secretsEncrypted, {
    'passes with a key of one’s own': {
      facts: healthyFacts(),
      verdict: 'pass',
      says: 'the key arn:aws:kms:',
    },
    'fails with a key that EKS may no longer use': {
      facts: ofLedger('cluster', cluster => ({
        ...cluster,
        healthIssues: ['KmsKeyDisabled: The KMS key is disabled.'],
      })),
      verdict: 'fail',
      says: 'of which EKS reports KmsKeyDisabled: The KMS key is disabled.',
    },
    'passes with an issue of something else': {
      facts: ofLedger('cluster', cluster => ({
        ...cluster,
        healthIssues: ['Ec2SubnetNotFound: subnet-1 is gone.'],
      })),
      verdict: 'pass',
      says: 'the key arn:aws:kms:',
    },
    'passes without one where EKS encrypts by itself': {
      facts: withoutKey('1.35'),
      verdict: 'pass',
      says: 'a key that AWS owns',
    },
    'fails without one where it does not, compared as numbers': {
      facts: withoutKey('1.9'),
      verdict: 'fail',
      says: 'EKS 1.9 does not encrypt by itself',
    },
    'is unknown where the cluster was not read': {
      facts: denied('cluster'),
      verdict: 'unknown',
      says: 'cluster was denied',
    },
  });
});
