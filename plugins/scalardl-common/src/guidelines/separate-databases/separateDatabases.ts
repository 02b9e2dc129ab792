import type { Environment } from '../../environment/schema';
import {
  type DatabaseEndpoints,
  databaseEndpoints,
} from '../../facts/database/endpoints';
import { isFromEnvironment } from '../../facts/product/configuration';
import type { Properties } from '../../facts/properties';
import { fail, pass, unknown } from '../finding';
import { type Finding, type Guideline, pairCheck } from '../guideline';
import { source } from '../sources';
import { live } from './live';

const CONTACT_POINTS = 'scalar.db.contact_points';

/** https://scalardl.scalar-labs.com/docs/latest/scalar-kubernetes/ManualDeploymentGuideScalarDLAuditorOnEKS/ */
export const separateDatabases: Guideline = {
  id: 'separate-databases',
  level: 'requirement',
  title: 'Ledger and Auditor keep their data in separate databases',
  source: source('manualDeployment', 'Set up databases'),
  pass: 'Each side has a database of its own.',
  fail: 'Whoever administers the shared database can change both copies, so a Byzantine fault would not be detected.',
  remedy:
    'Give each side a database instance of its own, in its own administrative domain, and name it in spec.<side>.database.contactPoints.',
  plan: pairCheck({
    needs: ['properties'],
    needsShared: ['environment'],
    check: ({ ledger, auditor, environment }) =>
      judgeDatabases(ledger.properties, auditor.properties, environment),
  }),
  live,
};

function judgeDatabases(
  ledger: Properties,
  auditor: Properties,
  environment: Environment | undefined,
): Finding {
  const location = auditor.locate(CONTACT_POINTS);
  const databases = {
    ledger: databaseEndpoints(ledger, 'ledger'),
    auditor: databaseEndpoints(auditor, 'auditor'),
  };
  if (!databases.ledger || !databases.auditor) {
    return unknown(`${CONTACT_POINTS} is not set on both sides`, { location });
  }
  const all = [...databases.ledger.endpoints, ...databases.auditor.endpoints];
  if (all.some(isFromEnvironment)) {
    return unknown(`${CONTACT_POINTS} is set by an environment variable`, {
      location,
    });
  }
  const shared = databases.ledger.endpoints.filter(endpoint =>
    databases.auditor?.endpoints.includes(endpoint),
  );
  const evidence = {
    location,
    expected: 'different databases',
    observed: `Ledger uses ${databases.ledger.endpoints.join(', ')}, Auditor ${databases.auditor.endpoints.join(', ')}`,
  };
  if (shared.length === 0) return pass(evidence);
  if (
    databases.ledger.storage === 'dynamo' &&
    databases.auditor.storage === 'dynamo'
  ) {
    return judgeDynamo(databases.ledger, { environment, evidence });
  }
  // Another schema or namespace of the same instance is still the same administrator.
  return fail(evidence);
}

/** In DynamoDB the contact point is only a region: the account tells the databases apart. */
function judgeDynamo(
  { endpoints }: DatabaseEndpoints,
  {
    environment,
    evidence,
  }: {
    environment: Environment | undefined;
    evidence: Omit<Finding, 'verdict'>;
  },
): Finding {
  if (!environment) {
    return unknown(
      `both sides use DynamoDB in ${endpoints.join(', ')}, and without scalardl.yaml their accounts are not known`,
      evidence,
    );
  }
  const { ledger, auditor } = environment.spec;
  const observed = `DynamoDB in ${endpoints.join(', ')}; Ledger in account ${ledger.awsAccountId}, Auditor in ${auditor.awsAccountId}`;
  return ledger.awsAccountId === auditor.awsAccountId
    ? fail({ ...evidence, observed })
    : pass({ ...evidence, observed });
}
