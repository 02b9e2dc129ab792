import { sourceRangesOf } from '../loadBalancer/sourceRanges';
import type { Service } from '../loadBalancer/service';
import {
  addressSet,
  covers,
  difference,
  formatAddresses,
} from '../ranges/addressSet';
import type { Hop } from './hop';

/** Whether the load balancer of the Service admits every caller of the ranges. */
export function loadBalancerHop(
  service: Service,
  callers: readonly string[],
): Hop {
  const id = 'load balancer';
  if (service.type !== 'LoadBalancer') {
    const detail = `${service.id} is ${service.type}, so there is no load balancer to call`;
    return { id, answer: 'no', detail, location: service.location };
  }
  const { ranges, omitted, elsewhere, location } = sourceRangesOf(service);
  if (elsewhere) {
    const detail = `${elsewhere} decides who may call, and the file does not show its rules`;
    return { id, answer: 'unknown', detail, location };
  }
  if (omitted) {
    const detail = 'no source ranges, so everybody may call';
    return { id, answer: 'yes', detail, location };
  }
  const wanted = addressSet(callers);
  const admitted = addressSet(ranges);
  if (covers(admitted, wanted)) {
    const detail = `source ranges admit ${callers.join(', ')}`;
    return { id, answer: 'yes', detail, location };
  }
  const missing = formatAddresses(difference(wanted, admitted));
  const detail = `source ranges ${ranges.join(', ')} leave out ${missing}`;
  return { id, answer: 'no', detail, location };
}
