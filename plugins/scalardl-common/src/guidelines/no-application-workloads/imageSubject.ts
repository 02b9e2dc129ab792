import type { Image } from '../../facts/release/images';
import { imageOrigin } from '../../facts/workloads/imageOrigin';
import type { Subject } from '../../report/report';

/** An image of the release itself: labels alone would let any image pass for the product. */
export function imageSubject({ id, repository, location }: Image): Subject {
  const { kind } = imageOrigin(repository);
  return ['product', 'envoy', 'tool'].includes(kind)
    ? { id, verdict: 'pass', detail: repository, location }
    : {
        id,
        verdict: 'unknown',
        detail: `whether ${repository} is an image of ScalarDL cannot be told from its name`,
        location,
      };
}
