import { until } from '../../world/waiting.ts';
import type { WorldSide } from '../../world/world.ts';
import { rolledOut } from '../../world/rollout.ts';
import { changeObject } from '../change.ts';
import { containerWith } from '../container.ts';
import type { Mutation } from '../mutation.ts';
import { pathsOf, systemDeployment } from '../paths.ts';
import { settled } from '../settled.ts';

export const mutations: Mutation[] = [
  {
    name: 'the metrics server is scaled to zero',
    guideline: 'metrics-server-up',
    async apply({ ledger }) {
      const back = await changeObject(
        ledger.kube,
        systemDeployment('metrics-server'),
        { spec: { replicas: 0 } },
      );
      await metricsAre(ledger, 'False');
      return async () => {
        await back();
        await metricsAre(ledger, 'True');
        await settled(ledger);
      };
    },
    expect: { 'metrics-server-up/ledger': 'fail' },
    observed: 'MissingEndpoints',
  },
  {
    name: "the metrics are served, and the product's pods ask for no CPU to compare them with",
    guideline: 'metrics-server-up',
    async apply({ auditor }) {
      const { kube, plan } = auditor;
      const path = pathsOf(plan).product;
      const memory = { memory: '4Gi' };
      const back = await changeObject(
        kube,
        path,
        await containerWith(kube, path, {
          resources: { requests: memory, limits: memory },
        }),
      );
      await rolledOut(kube, plan.namespace);
      await until(
        () => kube.get<PodAutoscaler>(pathsOf(plan).podAutoscaler),
        ({ status }) =>
          status.conditions.some(
            one => one.type === 'ScalingActive' && one.status === 'False',
          ),
      );
      return async () => {
        await back();
        await settled(auditor);
      };
    },
    expect: {
      'byol-resource-requests/auditor': 'fail',
      'metrics-server-up/auditor': 'fail',
    },
    observed: 'scalardl-auditor-auditor',
  },
  {
    name: 'the autoscaler follows a metric from outside, as one of KEDA does',
    guideline: 'metrics-server-up',
    async apply({ ledger }) {
      const { kube, plan } = ledger;
      const queue = {
        metric: { name: 'calls' },
        target: { type: 'AverageValue', averageValue: '100' },
      };
      const back = await changeObject(kube, pathsOf(plan).podAutoscaler, {
        spec: { metrics: [{ type: 'External', external: queue }] },
      });
      return async () => {
        await back();
        await settled(ledger);
      };
    },
    expect: { 'metrics-server-up/ledger': 'skipped' },
    observed: 'CPU or memory',
  },
];

interface PodAutoscaler {
  status: { conditions: { type: string; status: string }[] };
}

interface ApiService {
  status: { conditions: { type: string; status: string }[] };
}

async function metricsAre(
  { kube }: WorldSide,
  wanted: 'True' | 'False',
): Promise<void> {
  await until(
    () =>
      kube.get<ApiService>(
        '/apis/apiregistration.k8s.io/v1/apiservices/v1beta1.metrics.k8s.io',
      ),
    ({ status }) =>
      status.conditions.some(
        one => one.type === 'Available' && one.status === wanted,
      ),
  );
}
