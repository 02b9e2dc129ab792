import { until } from '../../world/waiting.ts';
import type { Mutation } from '../mutation.ts';
import { pathsOf } from '../paths.ts';
import { changePodStatus, type Pod } from '../pods.ts';
import { settled } from '../settled.ts';

const HOUR_MILLISECONDS = 3_600_000;

export const mutations: Mutation[] = [
  {
    name: 'a pod is ready again after a restart a moment ago',
    guideline: 'product-pods-stable',
    apply: ({ auditor }) =>
      changePodStatus(auditor, status => restarted(status, endedAgo(0))),
    expect: { 'product-pods-stable/auditor': 'fail' },
    observed: 'restart',
  },
  {
    name: 'a pod was restarted three days ago',
    guideline: 'product-pods-stable',
    apply: ({ ledger }) =>
      changePodStatus(ledger, status => restarted(status, endedAgo(72))),
    expect: {},
    because: 'it has run for longer than a day since',
    observed: 'restart',
  },
  {
    name: 'a pod was restarted, and nobody remembers when',
    guideline: 'product-pods-stable',
    apply: ({ auditor }) =>
      changePodStatus(auditor, status => restarted(status, undefined)),
    expect: { 'product-pods-stable/auditor': 'unknown' },
    observed: 'restart',
  },
  {
    name: 'a pod was evicted and is still listed beside the one that took its place',
    guideline: 'product-pods-stable',
    async apply({ ledger }) {
      const { kube, plan } = ledger;
      const back = await changePodStatus(ledger, () => ({
        phase: 'Failed',
        reason: 'Evicted',
        message: 'The node was low on resource: memory.',
      }));
      await until(
        () => kube.list<Pod>(pathsOf(plan).pods),
        pods =>
          pods.filter(
            ({ metadata, status }) =>
              metadata.labels?.['app.kubernetes.io/app'] === 'ledger' &&
              status.phase === 'Running',
          ).length === 3,
      );
      await settled(ledger);
      return back;
    },
    expect: { 'product-pods-stable/ledger': 'fail' },
    observed: 'is Failed',
  },
];

function endedAgo(hours: number): object {
  const at = new Date(Date.now() - hours * HOUR_MILLISECONDS)
    .toISOString()
    .replace(/\.\d+/, '');
  return { exitCode: 137, reason: 'OOMKilled', startedAt: at, finishedAt: at };
}

function restarted({ containerStatuses }: Pod['status'], terminated?: object) {
  return {
    containerStatuses: containerStatuses.map(one => ({
      ...one,
      restartCount: 1,
      lastState: terminated ? { terminated } : {},
    })),
  };
}
