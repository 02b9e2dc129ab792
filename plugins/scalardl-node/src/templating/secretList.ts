import { MONITORING_NAMESPACE } from '../side/product';
import type { SideModel } from '../side/sideModel';

/** One line for each secret that a side needs: its namespace and its name. */
export function secretList({ secrets, product }: SideModel): string {
  const inProduct = [
    secrets.credentials,
    secrets.keys,
    secrets.tls,
    secrets.envoyTls,
    secrets.ledgerCa,
  ].map(secret => [product.namespace, secret]);
  const inMonitoring = [secrets.metricsCa, secrets.grafana].map(secret => [
    MONITORING_NAMESPACE,
    secret,
  ]);
  return [...inProduct, ...inMonitoring]
    .filter(([, secret]) => secret !== undefined)
    .map(line => line.join(' '))
    .join('\n');
}
