import type {
  LiveFactName,
  SideLiveFacts,
} from '@scalardl-on-eks/plugin-scalardl-common';
import type { RecordedCall } from '../../testbed/recordedCall.ts';
import type { FromKubernetes } from './collectAws.ts';
import type { BuiltSide } from './pairWorld.ts';

/** Nodes without a tag of the cluster, and a product that keeps its data in DynamoDB. */
export function fromKubernetes({ machines, place }: BuiltSide): FromKubernetes {
  return {
    nodes: [machines.joined, machines.joinedElsewhere],
    properties: [
      'scalar.db.storage=dynamo',
      `scalar.db.contact_points=${place.region}`,
    ],
  };
}

/** The facts that were not read, each with its reason. */
export function unreadOf(
  facts: Partial<SideLiveFacts>,
): Partial<Record<LiveFactName, string>> {
  return Object.fromEntries(
    Object.entries(facts).flatMap(([name, fact]) =>
      fact.ok ? [] : [[name, fact.reason]],
    ),
  );
}

/** What the collectors called, as IAM names it, without taking on the role of the side. */
export function actionsOf(calls: readonly RecordedCall[]): string[] {
  const actions = calls
    .filter(({ userAgent }) => userAgent.includes('scalardl-on-eks'))
    .map(({ service, operation }) => `${service}:${operation}`)
    .filter(action => !action.startsWith('sts:'));
  return [...new Set(actions)].sort();
}
