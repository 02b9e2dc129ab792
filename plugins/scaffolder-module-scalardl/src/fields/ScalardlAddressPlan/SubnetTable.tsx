import { explainSubnetNeed } from '@scalardl-on-eks/plugin-scalardl-common';
import styles from './ScalardlAddressPlan.module.css';
import type { NodeRoom, SideSubnets } from './capacity';

/** The subnets that eksctl will cut, and how many nodes they hold. */
export function SubnetTable(props: { cidr: string; result: SideSubnets }) {
  const { cidr, result } = props;
  if (!result.ok) {
    return (
      <p className={styles.hint}>
        The subnets appear here once range and zones are complete.
      </p>
    );
  }
  const { subnets, usable, nodes } = result;
  const cidrOf = (zone: string, kind: string) =>
    subnets.find(subnet => subnet.zone === zone && subnet.kind === kind)?.cidr;
  const zones = [...new Set(subnets.map(({ zone }) => zone))];
  return (
    <>
      <table className={styles.subnets}>
        <caption>Subnets that eksctl cuts from {cidr}</caption>
        <thead>
          <tr>
            <th scope="col">Zone</th>
            <th scope="col">Public</th>
            <th scope="col">Private</th>
          </tr>
        </thead>
        <tbody>
          {zones.map(zone => (
            <tr key={zone}>
              <th scope="row">{zone}</th>
              <td>{cidrOf(zone, 'public')}</td>
              <td>{cidrOf(zone, 'private')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.hint}>
        {usable} free addresses in each. {inWords(nodes)}
      </p>
      {nodes.known && nodes.need && (
        <details className={styles.hint}>
          <summary>How this is counted</summary>
          <p>{explainSubnetNeed(nodes.need)}.</p>
        </details>
      )}
    </>
  );
}

function inWords(nodes: NodeRoom): string {
  if (!nodes.known)
    return `How many nodes fit is unknown: ${nodes.unknownType} is not in the table of instance types.`;
  const { most, instanceType, assumed, wanted } = nodes;
  const room = `The private subnets hold ${most} nodes of ${instanceType}`;
  if (wanted !== undefined) return `${room}; ${wanted} are wanted.`;
  return assumed ? `${room}, if that is the type.` : `${room}.`;
}
