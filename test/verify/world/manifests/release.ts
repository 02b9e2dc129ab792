import { PRODUCT_VERSION, type SidePlan } from '../sidePlan.ts';

/** What the charts call the two parts of a release in `app.kubernetes.io/app`. */
export type Component = 'ledger' | 'auditor' | 'envoy';

/** By these labels the charts' Deployments and Services select their pods; pods have no others. */
export function podLabels(
  { chart, release }: SidePlan,
  component: Component,
): Record<string, string> {
  return {
    'app.kubernetes.io/name': chart,
    'app.kubernetes.io/instance': release,
    'app.kubernetes.io/app': component,
  };
}

/** Labels of the objects themselves. */
export function objectLabels(
  plan: SidePlan,
  component: Component,
): Record<string, string> {
  const chart =
    component === 'envoy'
      ? 'envoy-2.6.0'
      : { ledger: 'scalardl-4.12.0', auditor: 'scalardl-audit-2.12.0' }[
          component
        ];
  return {
    'helm.sh/chart': chart,
    ...podLabels(plan, component),
    'app.kubernetes.io/version':
      component === 'envoy' ? '1.6.1' : PRODUCT_VERSION,
    'app.kubernetes.io/managed-by': 'Helm',
  };
}

/** Host in the certificate of a side's product; Envoy's has `envoy.` before it. */
export function authority({
  side,
  environment,
}: Pick<SidePlan, 'side' | 'environment'>): string {
  return `${side}.${environment}.scalardl.internal`;
}

/** Name of the Deployment of Ledger or Auditor. */
export function productName({ fullname, side }: SidePlan): string {
  return `${fullname}-${side}`;
}

export function componentName(plan: SidePlan, component: Component): string {
  return component === 'envoy' ? plan.envoyName : productName(plan);
}

/** Name of a Secret of the side, such as `ledger-tls`. */
export function secretName({ side }: SidePlan, what: string): string {
  return `${side}-${what}`;
}

/** Pods keep away from each other's node and, less so, from each other's zone. */
export function affinity(plan: SidePlan, component: Component) {
  const { 'app.kubernetes.io/instance': _, ...matchLabels } = podLabels(
    plan,
    component,
  );
  const term = (topologyKey: string, weight: number) => ({
    weight,
    podAffinityTerm: { topologyKey, labelSelector: { matchLabels } },
  });
  return {
    podAntiAffinity: {
      preferredDuringSchedulingIgnoredDuringExecution: [
        term('kubernetes.io/hostname', 100),
        term('topology.kubernetes.io/zone', 50),
      ],
    },
  };
}

/** No surge: three nodes have no room for a fourth pod. */
export const STRATEGY = {
  type: 'RollingUpdate',
  rollingUpdate: { maxSurge: '0%', maxUnavailable: '34%' },
};

export const CONTAINER_SECURITY = {
  capabilities: { drop: ['ALL'] },
  runAsNonRoot: true,
  allowPrivilegeEscalation: false,
};
