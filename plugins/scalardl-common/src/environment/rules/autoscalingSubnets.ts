import { toRange } from '../../network/cidr';
import { VPC_PREFIX, subnetPrefix } from '../../network/split';
import { type Breach, type Rule, type SideEntry, sidesOf } from './rule';

/** Smallest private subnet under autoscaling, from Scalar's guidelines. */
const SMALLEST = 24;

/** With autoscaling, every private subnet is a /24 or larger. */
export const autoscalingSubnets: Rule = environment =>
  sidesOf(environment)
    .filter(({ parts }) => parts.pods?.autoscaling)
    .flatMap(entry => [...newVpc(entry), ...existingVpc(entry)]);

function newVpc({ parts, path }: SideEntry): Breach[] {
  const { cidr, zones } = parts.network ?? {};
  if (cidr === undefined || !zones) return [];
  const { prefix } = toRange(cidr);
  const subnet = subnetPrefix(prefix, zones.length);
  if (prefix > VPC_PREFIX.longest || subnet <= SMALLEST) return [];
  return [
    {
      path: [...path, 'network', 'cidr'],
      guideline: 'autoscaling-subnets-large-enough',
      expected: `private subnets of /${SMALLEST} or larger, because pods.autoscaling is set`,
      received: `${cidr}, which eksctl cuts into subnets of /${subnet}`,
      remedy: `Choose a range of /${prefix - (subnet - SMALLEST)} or larger, or remove pods.autoscaling.`,
    },
  ];
}

function existingVpc({ parts, path }: SideEntry): Breach[] {
  const subnets = parts.network?.existing?.privateSubnets ?? [];
  return subnets.flatMap((subnet, index) => {
    const cidr = subnet?.cidr;
    if (cidr === undefined || toRange(cidr).prefix <= SMALLEST) return [];
    return [
      {
        path: [...path, 'network', 'existing', 'privateSubnets', index, 'cidr'],
        guideline: 'autoscaling-subnets-large-enough',
        expected: `a subnet of /${SMALLEST} or larger, because pods.autoscaling is set`,
        received: cidr,
        remedy: 'Name a larger subnet, or remove pods.autoscaling.',
      },
    ];
  });
}
