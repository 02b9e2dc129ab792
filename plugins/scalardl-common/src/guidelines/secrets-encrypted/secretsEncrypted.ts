import { compareVersions } from '../../environment/support';
import { clusterIdentity } from '../../facts/clusterConfig/identity';
import { kubernetesVersion } from '../../facts/clusterConfig/kubernetesVersion';
import { textOf } from '../../facts/plain/plain';
import type { SourceDocument } from '../../facts/sourceDocument';
import { fail, pass, unknown } from '../finding';
import { type Finding, type Guideline, sideCheck } from '../guideline';
import { liveSideCheck } from '../liveCheck';
import { source } from '../sources';

const KEY_ARN = /^arn:aws[a-z-]*:kms:([a-z0-9-]+):\d{12}:key\/[\w-]+$/;

/** What EKS reports of a key that it may no longer use (https://docs.aws.amazon.com/eks/latest/APIReference/API_ClusterIssue.html). */
const KEY_ISSUE =
  /^Kms(?:KeyDisabled|KeyNotFound|KeyMarkedForDeletion|GrantRevoked):/;

const USABLE = 'a KMS key that EKS may use';

/** EKS encrypts by itself from this version on, with a key that AWS owns. */
const ENCRYPTED_BY_DEFAULT = '1.28';

/** https://docs.aws.amazon.com/eks/latest/userguide/envelope-encryption.html */
export const secretsEncrypted: Guideline = {
  id: 'secrets-encrypted',
  level: 'derived',
  title: 'Kubernetes secrets are encrypted with a KMS key',
  source: source('eksUserGuide', 'Envelope encryption'),
  pass: 'A KMS key encrypts the Kubernetes secrets: one of your own, or the one that AWS owns.',
  fail: 'No usable KMS key encrypts the Kubernetes secrets.',
  remedy:
    'Set spec.<side>.secretsEncryptionKeyArn to a symmetric KMS key of the same region; it cannot be taken back.',
  plan: sideCheck({
    needs: ['clusterConfig'],
    check: ({ clusterConfig }) => {
      const keys = ['secretsEncryption', 'keyARN'];
      const location = clusterConfig.locate(...keys);
      const arn = textOf(clusterConfig.get(...keys));
      const finding = arn
        ? judgeKey(arn, clusterConfig)
        : judgeDefault(clusterConfig);
      return { ...finding, location };
    },
  }),
  live: liveSideCheck({
    needs: ['cluster'],
    check: ({ cluster: { secretsKeyArn, version, healthIssues } }) => {
      const lost = healthIssues.find(issue => KEY_ISSUE.test(issue));
      if (!secretsKeyArn) return judgeVersion(version, 'a KMS key');
      const observed = `the key ${secretsKeyArn}`;
      return lost
        ? fail({
            expected: USABLE,
            observed: `${observed}, of which EKS reports ${lost}`,
          })
        : pass({ expected: USABLE, observed });
    },
  }),
};

function judgeKey(arn: string, clusterConfig: SourceDocument): Finding {
  const { region = 'the region of the cluster' } =
    clusterIdentity(clusterConfig);
  const keyRegion = KEY_ARN.exec(arn)?.[1];
  const expected = `the ARN of a KMS key in ${region}`;
  const observed = `secretsEncryption.keyARN is ${arn}`;
  return keyRegion === region
    ? pass({ expected, observed })
    : fail({ expected, observed });
}

function judgeDefault(clusterConfig: SourceDocument): Finding {
  const version = kubernetesVersion(clusterConfig);
  const key = 'secretsEncryption.keyARN';
  return version.ok
    ? judgeVersion(version.value, key)
    : unknown(version.reason, { expected: orNewer(key) });
}

/** Without a key of one's own. */
function judgeVersion(version: string, key: string): Finding {
  const expected = orNewer(key);
  return compareVersions(version, ENCRYPTED_BY_DEFAULT) >= 0
    ? pass({
        expected,
        observed: `no key of your own; EKS ${version} encrypts with a key that AWS owns`,
      })
    : fail({
        expected,
        observed: `no key, and EKS ${version} does not encrypt by itself`,
      });
}

function orNewer(key: string): string {
  return `${key}, or EKS ${ENCRYPTED_BY_DEFAULT} or newer`;
}
