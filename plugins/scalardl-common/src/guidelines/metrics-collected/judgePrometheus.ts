import type { Fact } from '../../facts/fact';
import type { KubernetesJson } from '../../facts/live';
import {
  alertsOn,
  isRunning,
  isSelected,
  scrapes,
} from '../../facts/live/monitoring';
import { type LiveWorkload, TITLES } from '../../facts/live/product';
import { type Certainty, every, some } from '../../facts/kubernetes/certainty';
import type { Subject } from '../../report/report';
import { verdictOf } from '../certainty';

/** What the operator of Prometheus works with. */
export interface Observed {
  prometheuses: readonly KubernetesJson[];
  monitors: readonly KubernetesJson[];
  services: Fact<KubernetesJson[]>;
  namespaces: Fact<KubernetesJson[]>;
}

/** Whether a Prometheus that runs reads metrics of the workload, and has alerts on it. */
export function prometheusSubjects(
  workload: LiveWorkload,
  observed: Observed,
): Subject[] {
  const { monitors, services } = observed;
  const ofKinds = (...kinds: string[]) =>
    monitors.filter(({ kind }) => kinds.includes(kind));
  return [
    judge(
      { workload, what: 'metrics', by: 'ServiceMonitor or PodMonitor' },
      ofKinds('ServiceMonitor', 'PodMonitor').map(object => ({
        object,
        means: scrapes(object, workload, services),
      })),
      observed,
    ),
    judge(
      { workload, what: 'alerts', by: 'PrometheusRule with an alert' },
      ofKinds('PrometheusRule')
        .filter(object => alertsOn(object, workload))
        .map(object => ({ object, means: 'yes' })),
      observed,
    ),
  ];
}

/** Something that Prometheus may select, and whether it means the workload. */
interface Candidate {
  object: KubernetesJson;
  means: Certainty;
}

interface Question {
  workload: LiveWorkload;
  what: string;
  by: string;
}

function judge(
  { workload, what, by }: Question,
  all: readonly Candidate[],
  { prometheuses, namespaces }: Observed,
): Subject {
  const id = `${what} of ${TITLES[workload.component]} ${workload.deployment}`;
  const candidates = all.filter(({ means }) => means !== 'no');
  if (candidates.length === 0) {
    const detail = `no ${by} is there for ${workload.deployment}`;
    return { id, verdict: 'fail', detail };
  }
  const answer = some(
    candidates.flatMap(({ object, means }) =>
      prometheuses.map(prometheus =>
        every([
          means,
          isSelected(object, prometheus, namespaces),
          isRunning(prometheus),
        ]),
      ),
    ),
  );
  const names = candidates.map(({ object }) => titleOf(object)).join(', ');
  const details = {
    yes: `${names} is read by a Prometheus that runs`,
    no: `${names} is there, and no Prometheus that runs selects it`,
    unknown: `whether a Prometheus reads ${names} cannot be told`,
  };
  return { id, verdict: verdictOf(answer), detail: details[answer] };
}

function titleOf({ kind, metadata }: KubernetesJson): string {
  return `${kind} ${metadata.namespace}/${metadata.name}`;
}
