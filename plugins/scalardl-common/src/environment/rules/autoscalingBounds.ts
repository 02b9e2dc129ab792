import { type Rule, sidesOf } from './rule';

/** The autoscaler never has fewer pods as its most than the side starts with. */
export const autoscalingBounds: Rule = environment =>
  sidesOf(environment).flatMap(({ parts, path }) => {
    const { replicas, autoscaling } = parts.pods ?? {};
    const most = autoscaling?.maxReplicas;
    if (replicas === undefined || most === undefined || most >= replicas)
      return [];
    return [
      {
        path: [...path, 'pods', 'autoscaling', 'maxReplicas'],
        expected: `${replicas} (pods.replicas) or more`,
        received: `${most}`,
        remedy: 'Raise maxReplicas, or lower pods.replicas.',
      },
    ];
  });
