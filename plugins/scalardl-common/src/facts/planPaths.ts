import { ENVIRONMENT_FILE } from '../environment/environmentFile';
import { SIDES, type Side } from '../report/report';
import type { ChartName } from './planFacts';

/** Where the files of one side stand in a repository; `manifests` is a folder. */
export type SidePaths = Record<
  ChartName | 'clusterConfig' | 'manifests',
  string
>;

/** Where everything that the plan stage judges stands in a repository. */
export interface PlanPaths extends Record<Side, SidePaths> {
  environment: string;
  workflows: string;
}

const PRODUCT: Record<Side, string> = {
  ledger: 'scalardl',
  auditor: 'scalardl-audit',
};

function pathsOf(side: Side): SidePaths {
  return {
    clusterConfig: `clusters/${side}.yaml`,
    product: `values/${side}/${PRODUCT[side]}.yaml`,
    schemaLoading: `values/${side}/schema-loading.yaml`,
    awsLoadBalancerController: `values/${side}/aws-load-balancer-controller.yaml`,
    clusterAutoscaler: `values/${side}/cluster-autoscaler.yaml`,
    monitoring: `values/${side}/kube-prometheus-stack.yaml`,
    manifests: `manifests/${side}`,
  };
}

/** The layout of a generated repository. */
export const PLAN_PATHS: PlanPaths = {
  environment: ENVIRONMENT_FILE,
  workflows: '.github/workflows',
  ledger: pathsOf('ledger'),
  auditor: pathsOf('auditor'),
};

/** Paths that another pipeline uses instead; what is left out stands where a generated repository has it. */
export type OtherPaths = Partial<Record<Side, Partial<SidePaths>>>;

export function planPaths(other: OtherPaths = {}): PlanPaths {
  const sides = SIDES.map(side => [
    side,
    { ...PLAN_PATHS[side], ...other[side] },
  ]);
  return { ...PLAN_PATHS, ...Object.fromEntries(sides) };
}
