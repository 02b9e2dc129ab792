import type { SidePlan } from '../world/sidePlan.ts';

/** Where a NetworkPolicy of the product's namespace lives. */
export function policyPath({ namespace }: SidePlan, name: string): string {
  return `/apis/networking.k8s.io/v1/namespaces/${namespace}/networkpolicies/${name}`;
}

/** Changes to a policy that let its only rule in admit these ranges on these ports. */
export function admittingRanges(
  ports: readonly (number | string)[],
  ...cidrs: readonly string[]
): object {
  return {
    spec: {
      ingress: [
        {
          from: cidrs.map(cidr => ({ ipBlock: { cidr } })),
          ports: ports.map(port => ({ protocol: 'TCP', port })),
        },
      ],
    },
  };
}
