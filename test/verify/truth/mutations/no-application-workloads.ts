import type { Manifest } from '../../world/resources.ts';
import { addObjects } from '../change.ts';
import type { Mutation } from '../mutation.ts';

const CONTAINER = { name: 'shop', image: 'docker.io/acme/shop:1.0' };
const LABELS = { app: 'shop' };

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
          jobTemplate: {
            spec: {
              template: {
                spec: { restartPolicy: 'Never', containers: [CONTAINER] },
              },
            },
          },
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
];

function deployment(namespace: string): Manifest {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'shop', namespace },
    spec: {
      replicas: 0,
      selector: { matchLabels: LABELS },
      template: {
        metadata: { labels: LABELS },
        spec: { containers: [CONTAINER] },
      },
    },
  };
}
