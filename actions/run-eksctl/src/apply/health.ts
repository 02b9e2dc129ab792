import { pause } from '@scalardl-on-eks/action-toolkit';
import { nodeGroupHealth } from '../plan/nodeGroupHealth';
import { type Situation, declaredNodeGroups } from '../plan/situation';
import type { Confirmation } from '../plan/step';
import { missing, confirmed } from '../plan/step';
import type { Hands } from './perform';
import { settle } from './settle';

/** Whether what the file names is as healthy as it is there. */
export interface Health {
  /** What was read, a line each. */
  evidence: string[];
  /** Faults that fail the run. */
  faults: string[];
  /** Faults that do not, because this run changed nothing. */
  warnings: string[];
  /** Whether there should be nodes, but nothing could ask for them. */
  nodesUnseen: boolean;
}

const PATIENCE = 15 * 60_000;
const PAUSE = 5_000;

/**
 * Reads the health of node groups and add-ons. After a change it is waited for, and every fault counts; where
 * nothing was changed, only what cannot work at all fails the run.
 */
export async function readHealth(
  hands: Hands,
  first: Situation,
  changed: boolean,
): Promise<Health> {
  const started = Date.now();
  let situation = first;
  for (;;) {
    const all = confirmations(situation);
    const mayCome = all.some(each => !each.confirmed && !each.final);
    if (!changed || !mayCome || Date.now() - started > PATIENCE) {
      return {
        ...judge(all, changed),
        nodesUnseen: hasUnseenNodes(situation),
      };
    }
    await pause(PAUSE, hands.watch.deadline, wordsOf(all));
    situation = hands.situate(await settle(hands.watch));
  }
}

function confirmations(situation: Situation): Confirmation[] {
  return [
    ...declaredNodeGroups(situation.config).map(name =>
      nodeGroupHealth(name, situation),
    ),
    ...(situation.config.addons ?? []).map(({ name }) =>
      addonHealth(name, situation),
    ),
  ];
}

function addonHealth(name: string, { state }: Situation): Confirmation {
  const addon = state.addons.find(found => found.name === name);
  if (!addon) return missing(`add-on ${name}: absent`, true);
  const found = `add-on ${name}: ${addon.version} ${addon.status}`;
  if (addon.status === 'ACTIVE') return confirmed(found);
  const health = addon.health.join('; ') || 'EKS gives no reason';
  return missing(`${found}: ${health}`, addon.status.endsWith('_FAILED'));
}

function hasUnseenNodes({ config, state }: Situation): boolean {
  return !state.nodes.known && declaredNodeGroups(config).length > 0;
}

function judge(
  all: readonly Confirmation[],
  changed: boolean,
): Omit<Health, 'nodesUnseen'> {
  const faults: string[] = [];
  const warnings: string[] = [];
  const evidence: string[] = [];
  for (const each of all) {
    if (each.confirmed) evidence.push(each.evidence);
    else if (changed || each.final) faults.push(each.found);
    else warnings.push(each.found);
  }
  return { evidence, faults, warnings };
}

function wordsOf(all: readonly Confirmation[]): string {
  return all.flatMap(each => (each.confirmed ? [] : [each.found])).join('; ');
}
