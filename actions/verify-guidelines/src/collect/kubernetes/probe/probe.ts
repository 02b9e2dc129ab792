import { CancelledError } from '@scalardl-on-eks/action-toolkit';
import {
  type Fact,
  type LiveCluster,
  type LiveProbes,
  type LiveSettings,
  type Side,
  type SideLiveFacts,
  interrupted,
  planProbe,
  read,
  unreadable,
} from '@scalardl-on-eks/plugin-scalardl-common';
import { endAfter } from '../../ending';
import { NOT_YET } from '../../readFact';
import type { OpenSide } from '../../sideAccess';
import { ProbeApi } from './probeApi';
import { type SideProbe, probeSide } from './probeSide';

/** Milliseconds that a Job may take, its image and its node included. */
const WAIT = 60_000;

/** Milliseconds that are left at the end of the run for removing the Job. */
const RESERVE = 10_000;

/** Less than this is not worth beginning. */
const SHORTEST = 10_000;

/** Milliseconds after a cancellation in which the Job is removed; GitHub kills ten seconds after it. */
const GRACE = 6_000;

export interface PairProbe {
  /** Everything that was read of both sides; nobody changes it any more. */
  facts: Readonly<Record<Side, SideLiveFacts>>;
  settings: LiveSettings;
  /** Milliseconds that a Job may take. */
  wait?: number;
}

/** What a side hears when it asks the other; it never fails. */
export async function probe(
  open: OpenSide,
  { facts, settings, wait = WAIT }: PairProbe,
): Promise<Fact<LiveProbes>> {
  const { side, cluster: title } = open.target;
  const { cluster, productDeployments } = facts[side];
  // What is worked out of facts is remembered by them; so these are copies.
  const given = { ledger: { ...facts.ledger }, auditor: { ...facts.auditor } };
  const plan = planProbe(side, { given, settings });
  if (!plan.ok) return plan;
  if (!cluster.ok) return cluster;
  if (!productDeployments.ok) return productDeployments;
  const source = `a Job in cluster ${title}`;
  if (!plan.value) return read({ ranges: [], probes: [], ends: [] }, source);
  const { at, setBy } = open.deadline;
  const left = at - Date.now() - RESERVE;
  if (left < Math.min(SHORTEST, wait)) {
    return interrupted(`too little time was left for it (${setBy})`);
  }
  try {
    const value = await ask(open, {
      cluster: cluster.value,
      wait: Math.min(wait, left),
      of: {
        side,
        plan: plan.value,
        productDeployments: productDeployments.value,
      },
    });
    return read(value, source);
  } catch (error) {
    if (error instanceof CancelledError) return interrupted(NOT_YET);
    return unreadable(error instanceof Error ? error.message : String(error));
  }
}

/** With a way to the API that outlasts the run, so that what was started can be removed. */
async function ask(
  { deadline, signal, openKubernetes }: OpenSide,
  { cluster, wait, of }: { cluster: LiveCluster; wait: number; of: SideProbe },
): Promise<LiveProbes> {
  const end = endAfter(GRACE, signal);
  try {
    const reader = await openKubernetes(cluster, end.signal);
    return await probeSide(of, { api: new ProbeApi(reader), deadline, wait });
  } finally {
    end.clear();
  }
}
