import {
  type Change,
  type Trial,
  expected,
  onDeployment,
  tryOut,
  unreadOnLedger,
} from '../liveTrial.fixture';
import { notDeployed, withLines } from '../propertiesChanges.fixture';
import { credentialsFromSecrets } from './credentialsFromSecrets';

const PASSWORD = 'scalar.db.password';
const NAME = 'SCALAR_DB_PASSWORD';

const container = (keys: object): Change =>
  onDeployment('ledger', ({ spec }) => {
    const template = spec?.template as { spec: { containers: object[] } };
    Object.assign(template.spec.containers[0] ?? {}, keys);
  });

const trials: Trial[] = [
  {
    trap: 'placeholders, and a Secret for all of them',
    verdict: 'pass',
    says: `${PASSWORD} is ${NAME}, which comes from Secret ledger-credentials`,
  },
  {
    trap: 'a password that is written out further down',
    changes: [withLines('ledger', `${PASSWORD}=opensesame`)],
    verdict: 'fail',
    says: `${PASSWORD} is written out`,
  },
  {
    trap: 'a placeholder inside of a text',
    changes: [withLines('ledger', `${PASSWORD}=open\${env:${NAME}}`)],
    verdict: 'fail',
    says: `${PASSWORD} is written out`,
  },
  {
    trap: 'a placeholder that nothing fills',
    changes: [container({ envFrom: [] })],
    verdict: 'fail',
    says: 'which comes from no Secret',
  },
  {
    trap: 'a variable with the password in the Deployment, which wins over the Secret',
    changes: [container({ env: [{ name: NAME, value: 'opensesame' }] })],
    verdict: 'fail',
    says: `${PASSWORD} is ${NAME}, which comes from the Deployment itself`,
  },
  {
    trap: 'a variable out of a ConfigMap',
    changes: [
      container({ envFrom: [{ configMapRef: { name: 'credentials' } }] }),
    ],
    verdict: 'fail',
    says: 'which comes from ConfigMap credentials',
  },
  {
    trap: 'a Secret and a ConfigMap, either of which may hold it',
    changes: [
      container({
        envFrom: [
          { secretRef: { name: 'credentials' } },
          { configMapRef: { name: 'settings' } },
        ],
      }),
    ],
    verdict: 'unknown',
    says: 'comes from Secret credentials or ConfigMap settings',
  },
  {
    trap: 'a key of a Secret',
    changes: [
      container({
        env: [
          {
            name: NAME,
            valueFrom: { secretKeyRef: { name: 'database', key: 'password' } },
          },
        ],
      }),
    ],
    verdict: 'pass',
    says: `${PASSWORD} is ${NAME}, which comes from Secret database`,
  },
  {
    trap: 'a Secret whose keys get another beginning',
    changes: [
      container({
        envFrom: [{ prefix: 'OTHER_', secretRef: { name: 'credentials' } }],
      }),
    ],
    verdict: 'fail',
    says: 'comes from no Secret',
  },
  {
    trap: 'no product',
    changes: [notDeployed('ledger')],
    verdict: 'skipped',
    says: 'the product is not deployed',
  },
  {
    trap: 'properties that were not read',
    changes: [unreadOnLedger('properties')],
    verdict: 'unknown',
    says: 'properties was denied',
  },
  {
    trap: 'Deployments that were not read',
    changes: [unreadOnLedger('productDeployments')],
    verdict: 'unknown',
    says: 'productDeployments was denied',
  },
];

describe('credentials-from-secrets, live', () => {
  it.each(trials)('$trap: $verdict', trial => {
    expect(tryOut(credentialsFromSecrets, trial)).toEqual(expected(trial));
  });

  it('never shows the value', () => {
    const { says } = tryOut(credentialsFromSecrets, {
      trap: '',
      changes: [withLines('ledger', `${PASSWORD}=opensesame`)],
      verdict: 'fail',
      says: 'everything that is said',
    });
    expect(says).toContain('is written out');
    expect(says).not.toContain('opensesame');
  });
});
