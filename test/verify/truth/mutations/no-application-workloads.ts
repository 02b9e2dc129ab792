import { podLabels } from '../../world/manifests/release.ts';
import type { Manifest } from '../../world/resources.ts';
import type { WorldSide } from '../../world/world.ts';
import { addObjects } from '../change.ts';
import type { Mutation } from '../mutation.ts';

const REPOSITORY = 'docker.io/acme/shop';
const SHOP = `${REPOSITORY}:1.0`;
const SCHEMA_LOADER = 'ghcr.io/scalar-labs/scalardl-schema-loader:3.13.0';

export const mutations: Mutation[] = [
  {
    name: 'an application is there, scaled to zero',
    guideline: 'no-application-workloads',
    apply: ({ ledger }) => addObjects(ledger.kube, deployment('default')),
    expect: { 'no-application-workloads/ledger': 'fail' },
    observed: 'shop',
  },
  {
    name: 'an application waits in a CronJob',
    guideline: 'no-application-workloads',
    apply: ({ auditor }) =>
      addObjects(auditor.kube, {
        apiVersion: 'batch/v1',
        kind: 'CronJob',
        metadata: { name: 'shop-report', namespace: 'default' },
        spec: {
          schedule: '0 3 1 1 *',
          jobTemplate: { spec: { template: { spec: podSpec(SHOP) } } },
        },
      }),
    expect: { 'no-application-workloads/auditor': 'fail' },
    observed: 'shop-report',
  },
  {
    name: "an unknown image hides in Kubernetes' own namespace",
    guideline: 'no-application-workloads',
    apply: ({ ledger }) => addObjects(ledger.kube, deployment('kube-system')),
    expect: { 'no-application-workloads/ledger': 'fail' },
    observed: 'docker.io/acme/shop',
  },
  {
    name: 'a pod runs that nothing made',
    guideline: 'no-application-workloads',
    apply: ({ auditor }) =>
      addObjects(auditor.kube, pod(auditor, { image: SHOP })),
    expect: { 'no-application-workloads/auditor': 'fail' },
    observed: 'helping-hand',
  },
  {
    name: "a registry is called almost like Scalar's",
    guideline: 'no-application-workloads',
    apply: ({ ledger }) =>
      addObjects(
        ledger.kube,
        deployment(ledger.plan.namespace, {
          image: 'ghcr.io/scalar-labs-tools/scalardl-schema-loader:3.13.0',
        }),
      ),
    expect: { 'no-application-workloads/ledger': 'fail' },
    observed: 'scalar-labs-tools',
  },
  {
    name: "an application has the labels of the product's pods",
    guideline: 'no-application-workloads',
    apply: ({ ledger }) =>
      addObjects(
        ledger.kube,
        deployment('default', { labels: podLabels(ledger.plan, 'ledger') }),
      ),
    expect: { 'no-application-workloads/ledger': 'fail' },
    observed: 'shop',
  },
  {
    name: "an init container of the system's image is an application's",
    guideline: 'no-application-workloads',
    apply: ({ auditor }) =>
      addObjects(
        auditor.kube,
        deployment('kube-system', {
          image: 'registry.k8s.io/coredns/coredns:v1.12.4',
          initImage: SHOP,
        }),
      ),
    expect: { 'no-application-workloads/auditor': 'fail' },
    observed: 'docker.io/acme/shop',
  },
  {
    name: "Scalar's own image runs without the labels of its chart",
    guideline: 'no-application-workloads',
    apply: ({ ledger }) =>
      addObjects(
        ledger.kube,
        deployment(ledger.plan.namespace, {
          image: 'ghcr.io/scalar-labs/scalardl-ledger-byol:3.13.0',
        }),
      ),
    expect: { 'no-application-workloads/ledger': 'fail' },
    observed: 'scalardl-ledger-byol',
  },
  {
    name: 'the job that loads the schema is still listed',
    guideline: 'no-application-workloads',
    apply: ({ ledger }) => addObjects(ledger.kube, schemaLoader(ledger)),
    expect: {},
    because: 'it is a tool of the product',
  },
  {
    name: 'somebody answers for the image in its namespace',
    guideline: 'no-application-workloads',
    apply: ({ auditor }) => addObjects(auditor.kube, deployment('default')),
    environment: text =>
      allowing(text, { namespace: 'default', image: REPOSITORY }),
    expect: {},
    because: 'the environment file names owner and reason',
    observed: 'shop',
  },
  {
    name: 'somebody answers for the image in another namespace',
    guideline: 'no-application-workloads',
    apply: ({ auditor }) => addObjects(auditor.kube, deployment('default')),
    environment: text =>
      allowing(text, { namespace: 'shops', image: REPOSITORY }),
    expect: { 'no-application-workloads/auditor': 'fail' },
    observed: 'shop',
  },
  {
    name: 'a runner of GitHub Actions stands in the cluster, and somebody answers for it',
    guideline: 'no-application-workloads',
    apply: ({ auditor }) =>
      addObjects(
        auditor.kube,
        deployment('default', {
          image: 'ghcr.io/actions/actions-runner:2.330.0',
        }),
      ),
    environment: text =>
      allowing(text, {
        namespace: 'default',
        image: 'ghcr.io/actions/actions-runner',
      }),
    expect: { 'no-application-workloads/auditor': 'fail' },
    observed: 'is a self-hosted runner',
  },
];

interface Wish {
  readonly image?: string;
  readonly initImage?: string;
  readonly labels?: Readonly<Record<string, string>>;
}

function deployment(
  namespace: string,
  { image = SHOP, initImage, labels = { app: 'shop' } }: Wish = {},
): Manifest {
  const initContainers = initImage
    ? [{ name: 'first', image: initImage }]
    : undefined;
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'shop', namespace },
    spec: {
      replicas: 0,
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: { initContainers, containers: [{ name: 'main', image }] },
      },
    },
  };
}

function pod({ plan }: WorldSide, { image }: { image: string }): Manifest {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'helping-hand', namespace: plan.namespace },
    spec: podSpec(image),
  };
}

function podSpec(image: string) {
  return { restartPolicy: 'Never', containers: [{ name: 'main', image }] };
}

/** As chart schema-loading 2.14.0 renders it. */
function schemaLoader({ plan }: WorldSide): Manifest {
  const labels = {
    'app.kubernetes.io/name': 'schema-loading',
    'app.kubernetes.io/instance': 'schema-ledger',
    'app.kubernetes.io/app': 'schema-loading',
  };
  return {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: {
      name: 'schema-ledger-schema-loading',
      namespace: plan.namespace,
      labels,
    },
    spec: {
      backoffLimit: 0,
      suspend: true,
      template: { metadata: { labels }, spec: podSpec(SCHEMA_LOADER) },
    },
  };
}

function allowing(environment: string, workload: object): string {
  const entry = {
    ...workload,
    reason: 'It moves away.',
    owner: 'group:default/payments',
  };
  return `${environment}  allowedWorkloads: [${JSON.stringify(entry)}]\n`;
}
