import type { Fact } from '../fact';
import type { Properties } from '../properties';
import type { Side } from '../../report/report';

const DEFAULTS: Readonly<Record<Side, { admin: number; metrics: number }>> = {
  ledger: { admin: 50053, metrics: 8080 },
  auditor: { admin: 40053, metrics: 8080 },
};

/** Administration and metrics of Envoy itself. */
const ENVOY = 9001;

/**
 * The ports that only the own network may reach; the properties may move those of the product
 * (https://scalardl.scalar-labs.com/docs/latest/configurations/).
 */
export function administrativePorts(
  properties: Fact<Properties>,
  side: Side,
): number[] {
  const { admin, metrics } = DEFAULTS[side];
  const moved = (key: string) => {
    const text = properties.ok
      ? properties.value.get(`scalar.dl.${side}.server.${key}`)
      : undefined;
    return /^\d+$/.test(text ?? '') ? [Number(text)] : [];
  };
  return [
    ...new Set([
      admin,
      ...moved('admin_port'),
      metrics,
      ...moved('prometheus_exporter_port'),
      ENVOY,
    ]),
  ];
}
