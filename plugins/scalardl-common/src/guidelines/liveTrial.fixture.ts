import type {
  KubernetesJson,
  LiveFactName,
  LiveFacts,
  LivePod,
  LiveSettings,
} from '../facts/live';
import {
  changed,
  healthyFacts,
  unread,
} from '../facts/live/fixture/healthy.fixture';
import type { Scope, Verdict } from '../report/report';
import type { Guideline } from './guideline';
import { judgeLive } from './judge';

/** A change of the facts of the healthy pair. */
export type Change = (facts: LiveFacts) => LiveFacts;

/** The healthy pair after some changes, and the verdict that must come of it. */
export interface Trial {
  /** What could fool the check, in words. */
  trap: string;
  changes?: readonly Change[];
  /** `ledger` where it is left out. */
  scope?: Scope;
  verdict: Verdict;
  /** Part of the reason, of what was observed, or of the detail of a subject with that verdict. */
  says: string;
}

type Changing<Name extends LiveFactName> = Parameters<typeof changed<Name>>[2];

export function onLedger<Name extends LiveFactName>(
  fact: Name,
  change: Changing<Name>,
): Change {
  return facts => changed(facts, { side: 'ledger', fact }, change);
}

export function onAuditor<Name extends LiveFactName>(
  fact: Name,
  change: Changing<Name>,
): Change {
  return facts => changed(facts, { side: 'auditor', fact }, change);
}

export function unreadOnLedger(fact: LiveFactName): Change {
  return facts => unread(facts, { side: 'ledger', fact });
}

export function withSettings(settings: Partial<LiveSettings>): Change {
  return facts => ({ ...facts, settings: { ...facts.settings, ...settings } });
}

/** The nodes of the Ledger side without a managed node group: their machines name an Auto Scaling group of our own. */
export const selfManaged: readonly Change[] = [
  onLedger('nodeGroups', () => []),
  onLedger('nodes', nodes =>
    nodes.map(node => ({
      ...node,
      labels: Object.fromEntries(
        Object.entries(node.labels).filter(
          ([key]) => key !== 'eks.amazonaws.com/nodegroup',
        ),
      ),
    })),
  ),
  onLedger('instances', instances =>
    instances.map(instance => ({
      ...instance,
      tags: { ...instance.tags, 'aws:autoscaling:groupName': 'eks-ledger-v1' },
    })),
  ),
];

/** The items of a list with the first one, or that at the index, changed. */
export function changeOne<Item>(
  items: readonly Item[],
  change: (item: Item) => Item,
  at = 0,
): Item[] {
  return items.map((item, index) => (index === at ? change(item) : item));
}

/** The place of a component among the Deployments of the fixture, and of its first pod among the pods. */
const PLACES = { ledger: 0, envoy: 1 };

type Component = keyof typeof PLACES;

/** A Deployment of the Ledger side, changed in a copy. */
export function onDeployment(
  component: Component,
  mutate: (deployment: KubernetesJson) => void,
): Change {
  return onLedger('productDeployments', deployments =>
    changeOne(
      deployments,
      json => {
        // Not structuredClone, which keeps the labels that the selector shares with the template in common.
        const copy = JSON.parse(JSON.stringify(json)) as KubernetesJson;
        mutate(copy);
        return copy;
      },
      PLACES[component],
    ),
  );
}

/** Keys of the pod's specification in a Deployment of the Ledger side. */
export function onPodSpec(component: Component, keys: object): Change {
  return onDeployment(component, ({ spec }) => {
    Object.assign((spec?.template as { spec: object }).spec, keys);
  });
}

/** Some or all of the three pods of a component of the Ledger side. */
export function onPods(
  component: Component,
  change: (pod: LivePod, index: number) => Partial<LivePod>,
): Change {
  const first = PLACES[component] * 3;
  return onLedger('productPods', pods =>
    pods.map((pod, index) =>
      index >= first && index < first + 3
        ? { ...pod, ...change(pod, index - first) }
        : pod,
    ),
  );
}

/** The pods of a component, each with its containers changed. */
export function onContainers(
  component: Component,
  change: (
    container: LivePod['containers'][number],
    index: number,
  ) => Partial<LivePod['containers'][number]>,
): Change {
  return onPods(component, ({ containers }, index) => ({
    containers: containers.map(container => ({
      ...container,
      ...change(container, index),
    })),
  }));
}

/** What a guideline says of the changed pair: the verdict, and whether the words that were asked for stand there. */
export function tryOut(
  guideline: Guideline,
  { changes = [], scope = 'ledger', says }: Trial,
): { verdict: Verdict | undefined; says: string } {
  const facts = changes.reduce(
    (before, change) => change(before),
    healthyFacts(),
  );
  const result = judgeLive([guideline], facts).find(
    candidate => candidate.scope === scope,
  );
  const details = (result?.subjects ?? [])
    .filter(({ verdict }) => verdict === result?.verdict)
    .map(({ detail }) => detail);
  const text = [result?.reason, result?.observed, ...details].join('\n');
  return { verdict: result?.verdict, says: text.includes(says) ? says : text };
}

/** What {@link tryOut} answers where the guideline judges as it should. */
export function expected({ verdict, says }: Trial) {
  return { verdict, says };
}
