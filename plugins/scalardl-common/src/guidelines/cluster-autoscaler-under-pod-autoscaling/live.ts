import type { Certainty } from '../../facts/kubernetes/certainty';
import type { SideLiveFacts } from '../../facts/live';
import {
  type NodeSource,
  type ProductAutoscaler,
  autoscaledSources,
  autoscalerTitle,
  nodeScalers,
  productAutoscalers,
} from '../../facts/live/capacity';
import { allDeploymentsOf } from '../../facts/live/product';
import { fail, pass, skipped, unknown } from '../finding';
import { liveSideCheck } from '../liveCheck';

/** Asks for something that adds nodes only where something adds pods of the product. */
export const live = liveSideCheck({
  needs: ['podAutoscalers', 'productDeployments'],
  check: (
    { podAutoscalers, productDeployments },
    { side, settings, given },
  ) => {
    const [autoscaler] = productAutoscalers(
      podAutoscalers,
      allDeploymentsOf(productDeployments, { side, settings }),
    );
    if (!autoscaler)
      return skipped(
        'no HorizontalPodAutoscaler targets the product or its Envoy',
      );
    const { found, gaps } = nodeScalers(given);
    const dynamic = found.find(({ kind }) => kind !== 'clusterAutoscaler');
    const adding = dynamic ? undefined : growth(autoscaler, given);
    const scaler = dynamic ?? found[0];
    const evidence = {
      expected:
        'Cluster Autoscaler, Karpenter or EKS Auto Mode, and room for nodes',
      observed: [
        autoscalerTitle(autoscaler),
        scaler?.title ?? 'nothing adds nodes',
        ...(scaler && adding ? [adding.detail] : []),
      ].join('; '),
    };
    if (dynamic || (scaler && adding?.grows)) return pass(evidence);
    const gap = gaps[0] ?? (scaler && adding?.gaps[0]);
    return gap === undefined
      ? fail(evidence)
      : unknown(`whether something adds nodes is not known: ${gap}`, evidence);
  },
});

/** Whether a group that Cluster Autoscaler changes, and that takes the pods, has room between its bounds. */
function growth({ workload }: ProductAutoscaler, given: SideLiveFacts) {
  const { sources, gaps } = autoscaledSources(given);
  const suiting = (answer: Certainty) =>
    sources.filter(one => one.suits([workload]) === answer);
  const suitable = suiting('yes');
  const roomy = suitable.find(hasRoom);
  const told = roomy ? [roomy] : suitable;
  const bounds = told.map(({ name, min, max }) => `${name} ${min} to ${max}`);
  const open = suiting('unknown').filter(hasRoom);
  return {
    grows: roomy !== undefined,
    gaps: [
      ...gaps,
      ...open.map(
        ({ name }) => `whether new nodes of ${name} take the pods is open`,
      ),
    ],
    detail:
      bounds.length > 0
        ? `it may give ${bounds.join(', ')} nodes`
        : 'it finds no group of nodes for the pods',
  };
}

function hasRoom({ min, max }: NodeSource): boolean {
  return min < max;
}
