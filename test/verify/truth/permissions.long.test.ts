/* eslint jest/expect-expect: ["warn", { "assertFunctionNames": ["expect", "expectOnlyUnknown"] }] */
import {
  guidelines,
  type LiveFactName,
  type Result,
  type Side,
} from '@scalardl-on-eks/plugin-scalardl-common';
import { COLLECTORS } from '@scalardl-on-eks/verify-guidelines/src/collect/collectors';
import type { KubernetesRead } from '@scalardl-on-eks/verify-guidelines/src/collect/collector';
import { denyAws, denyKubernetes } from './deny.ts';
import {
  differences,
  type Judged,
  keyOf,
  verdictsOf,
} from './judge/verdicts.ts';
import { onWorld } from './onWorld.ts';
import type { HealthyWorld } from './tryMutation.ts';

const SIDES = ['ledger', 'auditor'] as const;

const AWS_READS = [...new Set(COLLECTORS.flatMap(({ aws = [] }) => aws))].map(
  (action, index) => ({ action, side: sideOf(index) }),
);

const KUBERNETES_READS = [
  ...new Set(
    COLLECTORS.flatMap(({ kubernetes = [] }) => kubernetes).map(nameOfRead),
  ),
].map((read, index) => ({ read, side: sideOf(index) }));

/** Both sides are read by the same collectors, so each denial is tried on one of them, in turn. */
function sideOf(index: number): Side {
  return SIDES[index % 2] ?? 'ledger';
}

function nameOfRead({ group, resource, verb }: KubernetesRead): string {
  return `${verb} ${[resource, group].filter(Boolean).join('.')}`;
}

/** Facts that stay read, with the reason why nobody misses the right in this world. */
const UNTOUCHED: Readonly<
  Record<string, Partial<Record<LiveFactName, string>>>
> = {
  'elasticloadbalancing:DescribeTargetGroupAttributes': {
    loadBalancers: 'an attribute is left out where it was not read',
    targetHealth: 'the load balancers were read',
  },
  'get configmaps': {
    envoyConfiguration: 'the charts mount no configuration into Envoy',
  },
};

onWorld(
  'a read that is denied',
  ready => {
    it.each(AWS_READS)('$action of $side', async ({ action, side }) => {
      const { world, judge } = ready();
      const denial = await denyAws(world, { side, action });
      const judged = await denial.during(() =>
        judge.judge(world, { readSecrets: true }),
      );
      // What nobody had a reason to call changes nothing.
      const missed = (await denial.hits()) > 0 ? action : undefined;
      expectOnlyUnknown(ready(), { judged, side, missed });
    });

    it.each(KUBERNETES_READS)('$read of $side', async ({ read, side }) => {
      const { world, judge } = ready();
      const denial = await denyKubernetes(world[side], read);
      const judged = await denial.during(() =>
        judge.judge(world, { readSecrets: true }),
      );
      expectOnlyUnknown(ready(), { judged, side, missed: read });
    });
  },
  { readSecrets: true },
);

/** The facts whose collectors say that they read by this action or of these objects. */
function readBy(name: string): LiveFactName[] {
  return COLLECTORS.filter(
    ({ aws = [], kubernetes = [] }) =>
      aws.includes(name) || kubernetes.some(one => nameOfRead(one) === name),
  ).map(({ fact }) => fact);
}

/** With the facts that are read from those facts: that `needs` them, or also that only `uses` them. */
function withDependents(
  names: readonly LiveFactName[],
  { uses }: { uses: boolean },
): Set<string> {
  const all = new Set(names);
  for (let before = -1; before !== all.size;) {
    before = all.size;
    for (const one of COLLECTORS) {
      const sources = [...(one.needs ?? []), ...(uses ? (one.uses ?? []) : [])];
      if (sources.some(source => all.has(source))) all.add(one.fact);
    }
  }
  return all;
}

interface Denied {
  judged: Judged;
  side: Side;
  /** The right that was missed, where one was. */
  missed?: string;
}

function expectOnlyUnknown(
  { healthy }: HealthyWorld,
  { judged, side, missed }: Denied,
): void {
  const unread = Object.keys(judged.unread[side]);
  expectOnlyItsFacts(unread, missed);
  const changed = differences(verdictsOf(healthy), verdictsOf(judged));
  // Less was read, so nothing more can be proved or disproved.
  expect(
    Object.entries(changed).filter(([, verdict]) => verdict !== 'unknown'),
  ).toEqual([]);
  const other = side === 'ledger' ? 'auditor' : 'ledger';
  expect(Object.keys(changed).filter(key => key.endsWith(`/${other}`))).toEqual(
    [],
  );
  const needing = judged.results.filter(
    result =>
      result.scope !== other && needsOf(result).some(n => unread.includes(n)),
  );
  expect(
    needing.filter(({ verdict }) => verdict !== 'unknown').map(keyOf),
  ).toEqual([]);
}

/** Unread is what was read by that right and what needs it, and nothing that has nothing to do with it. */
function expectOnlyItsFacts(unread: readonly string[], missed?: string): void {
  const own = missed === undefined ? [] : readBy(missed);
  const untouched = Object.keys(UNTOUCHED[missed ?? ''] ?? {});
  const surely = [...withDependents(own, { uses: false })].filter(
    name => !untouched.includes(name),
  );
  expect(unread).toEqual(expect.arrayContaining(surely));
  expect([...withDependents(own, { uses: true })]).toEqual(
    expect.arrayContaining([...unread]),
  );
}

function needsOf({ guideline }: Result): readonly LiveFactName[] {
  return guidelines.find(({ id }) => id === guideline)?.live?.needs ?? [];
}
