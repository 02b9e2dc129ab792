import type { Environment } from '../environment/schema';
import type { Side } from '../report/report';
import type { SourceDocument } from './sourceDocument';
import type { Properties } from './properties';
import type { Fact } from './fact';

/** The charts whose values a generated repository holds for each side. */
export type ChartName =
  | 'product'
  | 'schemaLoading'
  | 'awsLoadBalancerController'
  | 'clusterAutoscaler'
  | 'monitoring';

/** `value: undefined` where the repository does not hold the file. */
export type Optional<T> = Fact<T | undefined>;

/** What the repository says about one cluster. */
export interface SidePlanFacts {
  /** `clusters/<side>.yaml` */
  clusterConfig: Fact<SourceDocument>;
  /** `values/<side>/scalardl.yaml` or `values/<side>/scalardl-audit.yaml` */
  product: Fact<SourceDocument>;
  /** `ledger.ledgerProperties` or `auditor.auditorProperties` inside the product's values. */
  properties: Fact<Properties>;
  schemaLoading: Optional<SourceDocument>;
  awsLoadBalancerController: Optional<SourceDocument>;
  clusterAutoscaler: Optional<SourceDocument>;
  monitoring: Optional<SourceDocument>;
  /** Every document of `manifests/<side>/*.yaml`. */
  manifests: Fact<SourceDocument[]>;
}

/** What the repository says about the pair. */
export interface SharedPlanFacts {
  /** `scalardl.yaml`; `undefined` where a pipeline judges ClusterConfigs without one. */
  environment: Optional<Environment>;
  /** The text of `scalardl.yaml` with its positions; readable even where it is not a valid environment. */
  environmentSource: Optional<SourceDocument>;
  /** Every file of `.github/workflows`. */
  workflows: Optional<SourceDocument[]>;
}

/** Everything that the plan stage judges. */
export interface PlanFacts extends SharedPlanFacts {
  /** ISO date on which the judgement is made; support tables and waivers are dated. */
  today: string;
  ledger: SidePlanFacts;
  auditor: SidePlanFacts;
}

export type SidesFacts = Record<Side, SidePlanFacts>;
