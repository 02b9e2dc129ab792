import type { Environment } from '../../environment/schema';
import { clusterIdentity } from '../../facts/clusterConfig/identity';
import { existingVpc } from '../../facts/clusterConfig/existingVpc';
import type { SourceDocument } from '../../facts/sourceDocument';
import type { Subject } from '../../report/report';
import { combine } from '../finding';
import { type Guideline, pairCheck } from '../guideline';
import { source } from '../sources';
import { live } from './live';

type Configs = Record<'ledger' | 'auditor', SourceDocument>;

/** https://scalardl.scalar-labs.com/docs/latest/scalar-kubernetes/CreateEKSClusterForScalarDLAuditor/ */
export const separateClusters: Guideline = {
  id: 'separate-clusters',
  level: 'requirement',
  title: 'Ledger and Auditor run in two clusters, each in a VPC of its own',
  source: source('eksClusters', 'Requirements'),
  pass: 'The two ClusterConfigs make two clusters in two VPCs.',
  fail: 'Ledger and Auditor would share a cluster or a VPC, so whoever administers it could change both.',
  remedy:
    'Give each side a ClusterConfig with a metadata.name and a VPC of its own.',
  plan: pairCheck({
    needs: ['clusterConfig'],
    needsShared: ['environment'],
    check: ({ ledger, auditor, environment }) => {
      const configs = {
        ledger: ledger.clusterConfig,
        auditor: auditor.clusterConfig,
      };
      return combine(
        [clusterSubject(configs, environment), vpcSubject(configs)],
        { none: 'no clusters', expected: 'two clusters in two VPCs' },
      );
    },
  }),
  live,
};

function clusterSubject(
  { ledger, auditor }: Configs,
  environment: Environment | undefined,
): Subject {
  const identities = [clusterIdentity(ledger), clusterIdentity(auditor)];
  const [one, other] = identities.map(({ name, region }) =>
    name && region ? `${name} in ${region}` : undefined,
  );
  const location = auditor.locate('metadata', 'name');
  const base = { id: 'clusters', location };
  if (!one || !other) {
    return {
      ...base,
      verdict: 'unknown',
      detail: 'metadata.name or metadata.region is not set on both sides',
    };
  }
  if (one !== other) {
    return { ...base, verdict: 'pass', detail: `${one} and ${other}` };
  }
  if (!environment) {
    // The same name is two clusters where the accounts differ, and a ClusterConfig names no account.
    return {
      ...base,
      verdict: ledger.path === auditor.path ? 'fail' : 'unknown',
      detail: `both are ${one}, and the files do not tell whether their accounts differ`,
    };
  }
  const accounts = [
    environment.spec.ledger.awsAccountId,
    environment.spec.auditor.awsAccountId,
  ];
  const same = accounts[0] === accounts[1];
  return {
    ...base,
    verdict: same ? 'fail' : 'pass',
    detail: `both are ${one}, in ${same ? 'account' : 'accounts'} ${[...new Set(accounts)].join(' and ')}`,
  };
}

function vpcSubject({ ledger, auditor }: Configs): Subject {
  const [one, other] = [existingVpc(ledger), existingVpc(auditor)];
  const base = { id: 'VPCs' };
  if (!one || !other) {
    return {
      ...base,
      verdict: 'pass',
      detail: 'eksctl makes a new VPC for at least one side',
      location: auditor.locate('vpc'),
    };
  }
  // A VPC that is shared between accounts keeps its id.
  if (one.id && other.id) {
    const same = one.id === other.id;
    return {
      ...base,
      verdict: same ? 'fail' : 'pass',
      detail: same
        ? `both sides are in ${one.id}`
        : `${one.id} and ${other.id}`,
      location: auditor.locate('vpc', 'id'),
    };
  }
  const shared = one.subnetIds.find(id => other.subnetIds.includes(id));
  return {
    ...base,
    verdict: shared ? 'fail' : 'unknown',
    detail: shared
      ? `both sides are in the VPC of ${shared}`
      : 'vpc.id is not set on both sides, and subnets do not tell their VPC',
    location: auditor.locate('vpc', 'subnets'),
  };
}
