import type { Side } from '../../report/report';
import { releaseImages } from '../release/images';
import type { SourceDocument } from '../sourceDocument';
import type { Deployed } from './deployed';
import { imageOrigin } from './imageOrigin';

/** The images of the release itself: labels alone would let any image pass for the product. */
export function deployedByRelease(
  values: {
    product: SourceDocument;
    schemaLoading: SourceDocument | undefined;
  },
  side: Side,
): Deployed[] {
  return releaseImages(values, side).map(({ id, repository, location }) => {
    const { kind } = imageOrigin(repository);
    return ['other', 'system'].includes(kind)
      ? {
          id,
          what: 'unknown',
          detail: `whether ${repository} is an image of ScalarDL cannot be told from its name`,
          location,
        }
      : { id, what: 'belongs', detail: `${id} runs ${repository}`, location };
  });
}
