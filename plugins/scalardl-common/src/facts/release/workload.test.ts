import { documentOf, documentsOf } from '../document.fixture';
import { allowedDisruptions, budgetsOf } from './disruptionBudgets';
import { licensingOf } from './licensing';
import { maximumReplicas, minimumReplicas } from './replicas';
import { rolloutOf } from './rollout';
import { spreadOver } from './spread';
import { envoyWorkload, productWorkload } from './workload';

const RELEASE = { name: 'scalardl-ledger', namespace: 'scalardl-ledger' };
const ledger = (values: string) =>
  productWorkload(documentOf(values), { side: 'ledger', release: RELEASE });

describe('productWorkload', () => {
  it.each([
    ['{}', 'scalardl', 'scalardl-ledger-ledger'],
    ['nameOverride: pay', 'pay', 'scalardl-ledger-pay-ledger'],
    ['nameOverride: ledger', 'ledger', 'scalardl-ledger-ledger'],
    ['fullnameOverride: pay', 'scalardl', 'pay-ledger'],
    ['nameOverride: ""', 'scalardl', 'scalardl-ledger-ledger'],
  ])(
    'names and labels pods as the chart does: %s',
    (values, name, deployment) => {
      const workload = ledger(values);
      expect(workload.labels['app.kubernetes.io/name']).toBe(name);
      expect(workload.deployment).toBe(deployment);
    },
  );

  it('lets the chart’s labels win over those of the values', () => {
    const { labels } = ledger(
      'ledger: {podLabels: {team: a, app.kubernetes.io/app: shop}}',
    );
    expect(labels).toMatchObject({
      team: 'a',
      'app.kubernetes.io/app': 'ledger',
    });
  });

  it('calls the Auditor’s chart scalardl-audit', () => {
    const workload = productWorkload(documentOf('{}'), {
      side: 'auditor',
      release: { name: 'scalardl-auditor', namespace: 'a' },
    });
    expect(workload.labels['app.kubernetes.io/name']).toBe('scalardl-audit');
    expect(workload.deployment).toBe('scalardl-auditor-auditor');
  });

  it('does not know the name of a release that nobody told', () => {
    const workload = productWorkload(documentOf('{}'), {
      side: 'ledger',
      release: undefined,
    });
    expect(workload.deployment).toBeUndefined();
    expect(workload.namespace).toBeUndefined();
    expect(workload.labels).toHaveProperty(
      ['app.kubernetes.io/instance'],
      undefined,
    );
  });
});

describe('envoyWorkload', () => {
  it.each([
    ['{}', 'scalardl'],
    ['envoy: {nameOverride: pay}', 'pay'],
    ['envoy: {nameOverride: ""}', 'envoy'],
    ['envoy: {nameOverride: null}', 'envoy'],
  ])('labels pods as the subchart does: %s', (values, name) => {
    const envoy = envoyWorkload(documentOf(values), {
      side: 'ledger',
      release: RELEASE,
    });
    expect(envoy?.labels['app.kubernetes.io/name']).toBe(name);
  });

  it('is not there where it is switched off', () => {
    expect(
      envoyWorkload(documentOf('envoy: {enabled: false}'), {
        side: 'ledger',
        release: RELEASE,
      }),
    ).toBeUndefined();
  });
});

describe('minimumReplicas', () => {
  const scaler = (body: string, kind = 'HorizontalPodAutoscaler') =>
    documentsOf(`{kind: ${kind}, metadata: {name: h}, spec: {${body}}}`);
  const target =
    'scaleTargetRef: {kind: Deployment, name: scalardl-ledger-ledger}';

  it.each([
    ['replicaCount', '{}', [], 3],
    ['replicaCount', 'ledger: {replicaCount: null}', [], 1],
    ['replicaCount', 'ledger: {replicaCount: 5}', [], 5],
    ['replicaCount', 'ledger: {replicaCount: "5"}', [], undefined],
    [
      'HorizontalPodAutoscaler h',
      'ledger: {replicaCount: 5}',
      scaler(`${target}, minReplicas: 2`),
      2,
    ],
    ['HorizontalPodAutoscaler h', '{}', scaler(target), 1],
    [
      'ScaledObject h',
      '{}',
      scaler(`${target}, minReplicaCount: 4`, 'ScaledObject'),
      4,
    ],
    [
      'replicaCount',
      '{}',
      scaler(
        'scaleTargetRef: {kind: Deployment, name: scalardl-ledger-envoy}, minReplicas: 1',
      ),
      3,
    ],
  ])('is set by %s: %s', (setBy, values, manifests, count) => {
    expect(minimumReplicas(ledger(values), manifests)).toMatchObject({
      setBy,
      count,
    });
  });

  it('has no upper bound that nobody wrote', () => {
    expect(
      maximumReplicas(ledger('{}'), scaler(`${target}, minReplicas: 2`)),
    ).toBeUndefined();
  });
});

describe('rolloutOf', () => {
  const strategy = (text: string) => ledger(`ledger: {strategy: ${text}}`);
  it.each([
    ['{}', 3, 1, 0],
    ['{rollingUpdate: {maxSurge: 0%, maxUnavailable: 34%}}', 3, 0, 1],
    ['{rollingUpdate: {maxSurge: 0%, maxUnavailable: 25%}}', 3, 0, 1],
    ['{rollingUpdate: {maxSurge: 2, maxUnavailable: 0}}', 3, 2, 0],
    ['{}', 8, 2, 2],
    ['{type: Recreate}', 3, 0, 3],
    ['null', 3, 1, 0],
  ])('resolves %s of %p pods', (text, replicas, surge, unavailable) => {
    expect(rolloutOf(strategy(text), replicas)).toEqual({ surge, unavailable });
  });

  it('does not read a number in quotes', () => {
    expect(
      rolloutOf(strategy('{rollingUpdate: {maxSurge: "1"}}'), 3),
    ).toBeUndefined();
  });
});

describe('spreadOver', () => {
  const spread = (term: string, release?: typeof RELEASE) =>
    spreadOver(
      productWorkload(
        documentOf(
          `ledger: {affinity: {podAntiAffinity: {preferredDuringSchedulingIgnoredDuringExecution: [{weight: 1, podAffinityTerm: ${term}}]}}}`,
        ),
        { side: 'ledger', release },
      ),
      'kubernetes.io/hostname',
    ).answer;

  it.each([
    [
      'a label that every release has',
      '{topologyKey: kubernetes.io/hostname, labelSelector: {matchLabels: {app.kubernetes.io/app: ledger}}}',
      'yes',
    ],
    [
      'the name of a release that nobody told',
      '{topologyKey: kubernetes.io/hostname, labelSelector: {matchLabels: {app.kubernetes.io/instance: pay}}}',
      'unknown',
    ],
    [
      'namespaces that nobody told',
      '{topologyKey: kubernetes.io/hostname, namespaces: [pay], labelSelector: {}}',
      'unknown',
    ],
    [
      'every namespace',
      '{topologyKey: kubernetes.io/hostname, namespaceSelector: {}, labelSelector: {}}',
      'yes',
    ],
    ['another key', '{topologyKey: zone, labelSelector: {}}', 'no'],
  ])('answers %s', (_, term, expected) => {
    expect(spread(term)).toBe(expected);
  });

  it('knows the release where it is told', () => {
    const term =
      '{topologyKey: kubernetes.io/hostname, namespaces: [scalardl-ledger], labelSelector: {matchLabels: {app.kubernetes.io/instance: scalardl-ledger}}}';
    expect(spread(term, RELEASE)).toBe('yes');
  });
});

describe('licensingOf', () => {
  it.each([
    ['ghcr.io/scalar-labs/scalardl-ledger-byol', 'byol'],
    [
      '709825985650.dkr.ecr.us-east-1.amazonaws.com/scalar/scalardl-ledger-aws-payg',
      'awsMarketplace',
    ],
    ['ghcr.io/scalar-labs/scalardl-ledger', undefined],
    ['mirror.example.com/byology/ledger', undefined],
  ])('reads %s as %p', (repository, expected) => {
    expect(
      licensingOf(
        ledger(`ledger: {image: {repository: ${repository}}}`),
        undefined,
      ),
    ).toBe(expected);
  });
});

describe('allowedDisruptions', () => {
  const budget = (spec: string) => {
    const [found] = budgetsOf(
      ledger('{}'),
      documentsOf(
        `{apiVersion: policy/v1, kind: PodDisruptionBudget, metadata: {name: b}, spec: {selector: {}, ${spec}}}`,
      ),
    );
    if (!found) throw new Error('no budget');
    return found;
  };
  it.each([
    ['maxUnavailable: 1', 3, 1],
    ['maxUnavailable: 34%', 3, 2],
    ['minAvailable: 2', 3, 1],
    ['minAvailable: 50%', 3, 1],
    ['minAvailable: 67%', 3, 0],
    ['minAvailable: 5', 3, 0],
    ['maxUnavailable: 9', 3, 3],
    ['maxUnavailable: "1"', 3, undefined],
    ['unhealthyPodEvictionPolicy: AlwaysAllow', 3, undefined],
  ])('%s of %p pods', (spec, replicas, expected) => {
    expect(allowedDisruptions(budget(spec), replicas)).toBe(expected);
  });

  it('is not asked of budgets in another namespace or of an older version', () => {
    const text = (version: string, namespace: string) =>
      documentsOf(
        `{apiVersion: ${version}, kind: PodDisruptionBudget, metadata: {name: b, namespace: ${namespace}}, spec: {selector: {}}}`,
      );
    expect(budgetsOf(ledger('{}'), text('policy/v1', 'default'))).toEqual([]);
    expect(
      budgetsOf(ledger('{}'), text('policy/v1beta1', 'scalardl-ledger')),
    ).toEqual([]);
  });
});
