import type { LiveFactName } from '@scalardl-on-eks/plugin-scalardl-common';
import type { AnyCollector } from '../collector';
import {
  DISRUPTION_BUDGETS,
  ENI_CONFIGS,
  type Kind,
  MONITORS,
  NAMESPACES,
  NETWORK_POLICIES,
  NODE_POOLS,
  POD_AUTOSCALERS,
  reads,
} from './kinds';
import { kubernetesCollector } from './kubernetesCollector';
import { readObjects } from './readObjects';

/** Facts that are every object of some kinds. */
type ObjectsFact = Extract<
  LiveFactName,
  | 'podAutoscalers'
  | 'disruptionBudgets'
  | 'networkPolicies'
  | 'namespaces'
  | 'monitors'
  | 'nodePools'
  | 'eniConfigs'
>;

/** The facts that are told by listing. */
export const objectLists: readonly AnyCollector[] = [
  objectList('podAutoscalers', POD_AUTOSCALERS),
  objectList('disruptionBudgets', DISRUPTION_BUDGETS),
  objectList('networkPolicies', NETWORK_POLICIES),
  objectList('namespaces', NAMESPACES),
  objectList('monitors', ...MONITORS),
  objectList('nodePools', ...NODE_POOLS),
  objectList('eniConfigs', ENI_CONFIGS),
];

function objectList(fact: ObjectsFact, ...kinds: Kind[]): AnyCollector {
  return kubernetesCollector<ObjectsFact>({
    fact,
    kubernetes: reads('list', ...kinds),
    collect: reader => readObjects(reader, kinds),
  });
}
