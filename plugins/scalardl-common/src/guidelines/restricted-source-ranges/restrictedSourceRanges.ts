import { productLoadBalancers } from '../../facts/loadBalancer/productLoadBalancers';
import type { Service } from '../../facts/loadBalancer/service';
import { sourceRangesOf } from '../../facts/loadBalancer/sourceRanges';
import {
  EVERY_ADDRESS,
  addressSet,
  covers,
  isIpv4Range,
} from '../../facts/ranges/addressSet';
import type { Subject } from '../../report/report';
import { combine } from '../finding';
import { type Guideline, sideCheck } from '../guideline';
import { source } from '../sources';
import { live } from './live';

const IPV6_RANGE = /^[0-9a-f:]*:[0-9a-f:]*\/\d{1,3}$/i;

/** https://scalardl.scalar-labs.com/docs/latest/scalar-kubernetes/CreateEKSClusterForScalarDLAuditor/ */
export const restrictedSourceRanges: Guideline = {
  id: 'restricted-source-ranges',
  level: 'recommendation',
  title: 'The load balancer admits named ranges only',
  source: source(
    'eksClusters',
    'Restrict connections by using some security features based on your requirements',
  ),
  pass: 'The load balancer and the ports behind it name the ranges that may call them.',
  fail: 'The load balancer, or a port behind it, admits every address that can reach it.',
  remedy:
    'Set the annotation service.beta.kubernetes.io/load-balancer-source-ranges to the own, the other and the application ranges.',
  plan: sideCheck({
    needs: ['product', 'manifests'],
    needsShared: ['environment'],
    check: (facts, { side }) =>
      combine(
        productLoadBalancers(facts, side).map(service => ({
          id: service.id,
          ...judgeRanges(service),
        })),
        {
          none: 'there is no load balancer in front of the product',
          expected: 'named ranges, not 0.0.0.0/0',
        },
      ),
  }),
  live,
};

function judgeRanges(
  service: Service,
): Pick<Subject, 'verdict' | 'detail' | 'location'> {
  const { ranges, omitted, elsewhere, location } = sourceRangesOf(service);
  const flawed = ranges.find(
    range => !isIpv4Range(range) && !IPV6_RANGE.test(range),
  );
  if (flawed !== undefined) {
    const detail = `${flawed} is no range, so the load balancer is not made`;
    return { verdict: 'fail', detail, location };
  }
  const everybody =
    covers(addressSet(ranges), EVERY_ADDRESS) ||
    ranges.some(range => IPV6_RANGE.test(range) && range.endsWith('/0'));
  if (everybody) {
    const detail = `source ranges ${ranges.join(', ')} are every address`;
    return { verdict: 'fail', detail, location };
  }
  if (elsewhere) {
    const detail = `${elsewhere} decides who may call, and the file does not show its rules`;
    return { verdict: 'unknown', detail, location };
  }
  return omitted
    ? {
        verdict: 'fail',
        detail: 'source ranges are not set, so 0.0.0.0/0',
        location,
      }
    : {
        verdict: 'pass',
        detail: `source ranges ${ranges.join(', ')}`,
        location,
      };
}
