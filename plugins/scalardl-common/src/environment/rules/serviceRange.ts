import { contains, toRange } from '../../network/cidr';
import type { Rule } from './rule';

const INSIDE = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'];
const LARGEST = 12;
const SMALLEST = 24;

/**
 * The service range is one that EKS takes
 * (https://docs.aws.amazon.com/eks/latest/APIReference/API_KubernetesNetworkConfigRequest.html).
 */
export const serviceRange: Rule = ({ spec }) => {
  if (spec?.serviceCidr === undefined) return [];
  const range = toRange(spec.serviceCidr);
  const fits =
    range.prefix >= LARGEST &&
    range.prefix <= SMALLEST &&
    INSIDE.some(outer => contains(toRange(outer), range));
  if (fits) return [];
  return [
    {
      path: ['spec', 'serviceCidr'],
      expected: `a range of /${LARGEST} to /${SMALLEST} inside ${INSIDE.join(', ')}, as EKS takes it`,
      received: spec.serviceCidr,
      remedy: 'Choose another service range, such as 172.20.0.0/16.',
    },
  ];
};
