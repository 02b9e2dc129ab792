import { liveObject } from '../../facts/live';
import { autoscalersBeside } from '../../facts/live/capacity';
import { allDeploymentsOf } from '../../facts/live/product';
import { combine } from '../finding';
import { gapSubjects, gapsOf } from '../gapSubjects';
import { liveSideCheck } from '../liveCheck';
import { budgetSubject } from './budgetSubject';

/** Judges the budgets that the cluster has, whoever made them. */
export const live = liveSideCheck({
  needs: ['productDeployments', 'disruptionBudgets'],
  check: (
    { productDeployments, disruptionBudgets },
    { side, settings, given },
  ) => {
    const workloads = allDeploymentsOf(productDeployments, { side, settings });
    const budgets = disruptionBudgets.map(liveObject);
    const { podAutoscalers } = given;
    const autoscalers = podAutoscalers.ok ? podAutoscalers.value : [];
    return combine(
      [
        ...workloads.map(workload => ({
          ...budgetSubject(workload, [
            ...budgets,
            ...autoscalersBeside(workload, autoscalers),
          ]),
          id: workload.deployment,
        })),
        // An autoscaler's minimum may be lower than the number of replicas of now.
        ...(workloads.length > 0
          ? gapSubjects(gapsOf(given, ['podAutoscalers']), 'replicas')
          : []),
      ],
      {
        none: 'no Deployment of the product was found',
        expected: 'one budget each that leaves room',
      },
    );
  },
});
