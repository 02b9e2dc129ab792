import {
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
    const [scaler] = found;
    const evidence = {
      expected: 'Cluster Autoscaler, Karpenter or EKS Auto Mode',
      observed: `${autoscalerTitle(autoscaler)}; ${scaler?.title ?? 'nothing adds nodes'}`,
    };
    if (scaler) return pass(evidence);
    const [gap] = gaps;
    return gap === undefined
      ? fail(evidence)
      : unknown(`whether something adds nodes is not known: ${gap}`, evidence);
  },
});
