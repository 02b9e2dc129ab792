import type {
  Fact,
  LiveFactName,
  Side,
  SideLiveFacts,
} from '@scalardl-on-eks/plugin-scalardl-common';
import type { SideAccess } from './sideAccess';

/** One kind of Kubernetes object that a collector reads, as a rule of a ClusterRole says it. */
export interface KubernetesRead {
  /** API group; `''` is the core group. */
  group: string;
  /** Plural, such as `deployments`. */
  resource: string;
  verb: 'get' | 'list';
}

type ValueOf<Name extends LiveFactName> =
  SideLiveFacts[Name] extends Fact<infer T> ? T : never;

/** What the collectors before this one read of the side. */
export type Given = Readonly<SideLiveFacts>;

/**
 * Reads one fact of one side. It throws where it cannot: the error's message becomes the fact's reason, and what
 * needs the fact is unknown.
 */
export interface Collector<Name extends LiveFactName = LiveFactName> {
  fact: Name;
  /** Facts that must have been read; without one of them this one is unreadable for the same reason. */
  needs?: readonly LiveFactName[];
  /** Facts that are waited for and used where they were read. */
  uses?: readonly LiveFactName[];
  /** IAM actions that it may call, such as `ec2:DescribeSubnets`; the policy in the README is made of them. */
  aws?: readonly string[];
  /** Objects that it reads; the ClusterRole in the README is made of them. */
  kubernetes?: readonly KubernetesRead[];
  collect(access: SideAccess, given: Given): Promise<ValueOf<Name>>;
}

/** A collector whose fact the type no longer tells apart. */
export type AnyCollector = Omit<Collector, 'collect'> & {
  collect(access: SideAccess, given: Given): Promise<unknown>;
};

/** Declares a collector and keeps the type of its value. */
export function collector<Name extends LiveFactName>(
  one: Collector<Name>,
): AnyCollector {
  return one;
}

/** The value of a fact that stands in the collector's `needs`, so that it was read. */
export function valueOf<Name extends LiveFactName>(
  given: Given,
  name: Name,
): ValueOf<Name> {
  const fact = given[name] as Fact<ValueOf<Name>>;
  if (!fact.ok) throw new Error(fact.reason);
  return fact.value;
}

/** Told of each fact as it comes, so that a run that ends early still has a report. */
export type Progress = (side: Side, fact: LiveFactName) => void;
