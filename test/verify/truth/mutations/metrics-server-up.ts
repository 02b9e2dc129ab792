import { until } from '../../world/waiting.ts';
import type { WorldSide } from '../../world/world.ts';
import { changeObject } from '../change.ts';
import type { Mutation } from '../mutation.ts';
import { systemDeployment } from '../paths.ts';
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
];

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
