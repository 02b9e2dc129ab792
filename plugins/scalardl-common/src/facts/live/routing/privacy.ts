import type { LiveRouteTable } from '../aws';
import { effectiveTable } from './effectiveTable';
import type { Way } from './way';

/**
 * Whether a subnet is private: its table leads to no internet gateway that is attached. NAT and egress-only
 * gateways let nobody in.
 */
export function privacyOf(
  subnetId: string,
  routeTables: readonly LiveRouteTable[],
): Way {
  const table = effectiveTable(subnetId, routeTables);
  if (!table)
    return {
      answer: 'unknown',
      detail: `no route table of ${subnetId} was read`,
    };
  const way = table.routes.find(
    ({ target, state }) => target.kind === 'internet' && state === 'active',
  );
  const main = table.main ? ', the main table' : '';
  return way
    ? {
        answer: 'no',
        detail: `${subnetId} is public: ${table.id}${main} ${way.destination} → ${way.target.id}`,
      }
    : {
        answer: 'yes',
        detail: `${table.id}${main} leads to no internet gateway`,
      };
}
