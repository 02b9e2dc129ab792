import type { Side } from '../../report/report';
import { releaseImages } from '../release/images';
import type { SourceDocument } from '../sourceDocument';
import { type Allowances, isMirrored } from './allowances';
import type { Deployed } from './deployed';
import { imageOrigin } from './imageOrigin';

/** The images of the release itself: labels alone would let any image pass for the product. */
export function deployedByRelease(
  values: {
    product: SourceDocument;
    schemaLoading: SourceDocument | undefined;
  },
  { side, allowances }: { side: Side; allowances: Allowances },
): Deployed[] {
  return releaseImages(values, side).map(({ id, repository, location }) => {
    const { kind } = imageOrigin(repository);
    const named = ['product', 'envoy', 'tool'].includes(kind);
    return !named && !isMirrored(repository, allowances)
      ? {
          id,
          what: 'unknown',
          detail: `whether ${repository} is an image of ScalarDL cannot be told from its name`,
          location,
        }
      : { id, what: 'belongs', detail: `${id} runs ${repository}`, location };
  });
}
