import { MONITORING_NAMESPACE } from '../side/product';
import type { SideModel } from '../side/sideModel';

/** What the charts hand to kube-prometheus-stack; the same keys for the product and for Envoy. */
export function monitors({ environment }: SideModel): Record<string, unknown> {
  if (!environment.spec.monitoring.metrics) return {};
  const enabled = { enabled: true, namespace: MONITORING_NAMESPACE };
  return {
    serviceMonitor: { ...enabled },
    prometheusRule: { ...enabled },
    grafanaDashboard: { ...enabled },
  };
}
