import { toRange } from '../../network/cidr';
import { VPC_PREFIX } from '../../network/split';
import { type Rule, sidesOf } from './rule';

/** A new VPC has a size that eksctl cuts into subnets. */
export const vpcPrefix: Rule = environment =>
  sidesOf(environment).flatMap(({ parts, path }) => {
    const cidr = parts.network?.cidr;
    if (cidr === undefined) return [];
    const { prefix } = toRange(cidr);
    if (prefix >= VPC_PREFIX.shortest && prefix <= VPC_PREFIX.longest)
      return [];
    return [
      {
        path: [...path, 'network', 'cidr'],
        expected: `a range of /${VPC_PREFIX.shortest} to /${VPC_PREFIX.longest}, as eksctl takes it for a new VPC`,
        received: cidr,
        remedy:
          'Choose another size; /20 leaves room for nodes in three zones.',
      },
    ];
  });
