import { dynamicNodes } from '../../facts/clusterConfig/dynamicNodes';
import {
  type SubnetRoom,
  subnetRooms,
} from '../../facts/clusterConfig/subnetNeeds';
import type { Subject } from '../../report/report';
import { combine, skipped, unknown } from '../finding';
import { type Guideline, sideCheck } from '../guideline';
import { source } from '../sources';
import { live } from './live';

/** https://docs.aws.amazon.com/eks/latest/best-practices/ip-opt.html */
export const subnetAddressHeadroom: Guideline = {
  id: 'subnet-address-headroom',
  level: 'derived',
  title: 'Subnets hold the addresses of the largest cluster',
  source: source('eksBestPractices', 'Optimizing IP address utilization'),
  pass: 'Every subnet of the nodes holds the addresses of the largest size, an update and 30 % more.',
  fail: 'At its largest size, or during an update, the cluster runs out of addresses.',
  remedy:
    'Give spec.<side>.network.cidr a larger range, or lower spec.<side>.nodes.max.',
  plan: sideCheck({
    needs: ['clusterConfig'],
    check: ({ clusterConfig }) => {
      if (clusterConfig.get('kubernetesNetworkConfig', 'ipFamily') === 'IPv6') {
        return skipped('pods of an IPv6 cluster take no IPv4 addresses');
      }
      const dynamic = dynamicNodes(clusterConfig);
      if (dynamic) {
        return unknown(
          `how many nodes ${dynamic} starts is only known while it runs`,
        );
      }
      const rooms = subnetRooms(clusterConfig);
      const expected =
        'addresses for the largest size, an update and 30 % more';
      if (!rooms.ok) return unknown(rooms.reason, { expected });
      return combine(rooms.value.map(subnetSubject), {
        none: 'no node groups',
        expected,
      });
    },
  }),
  live,
};

function subnetSubject({ subnet, size, needed }: SubnetRoom): Subject {
  const { name, location } = subnet;
  if (size === undefined) {
    const detail = `the range of ${name} is not known`;
    return { id: name, verdict: 'unknown', detail, location };
  }
  const { fewest, most } = needed;
  const amount = fewest === most ? String(most) : `${fewest} to ${most}`;
  const detail = `${name} has ${size} addresses, ${amount} are needed`;
  if (size >= most) return { id: name, verdict: 'pass', detail, location };
  return size < fewest
    ? { id: name, verdict: 'fail', detail, location }
    : {
        id: name,
        verdict: 'unknown',
        detail: `${detail}, by how many pods run on a node`,
        location,
      };
}
