import type { Side } from '../../../report/report';
import { type Allowances, isMirrored } from '../../workloads/allowances';
import { imageOrigin } from '../../workloads/imageOrigin';
import { imageRepository, isWithin } from '../../workloads/imageRepository';

/** What an image of Scalar's holds; of a copy under another name nobody can tell. */
export type ScalarImage =
  | { kind: 'product'; side: Side }
  | { kind: 'envoy' }
  | { kind: 'tool' }
  | { kind: 'copy' };

/** https://scalardl.scalar-labs.com/docs/latest/scalar-kubernetes/HowToUseContainerImages/ */
const REGISTRIES = [
  'ghcr.io/scalar-labs/',
  '709825985650.dkr.ecr.us-east-1.amazonaws.com/scalar/',
];

/** What the image is, `undefined` where it comes neither from Scalar's registries nor from a mirror that was named. */
export function scalarImage(
  image: string,
  allowances: Pick<Allowances, 'imageMirrors'>,
): ScalarImage | undefined {
  const repository = imageRepository(image);
  const mirrored = isMirrored(image, allowances);
  if (!mirrored && !REGISTRIES.some(own => isWithin(repository, own)))
    return undefined;
  const origin = imageOrigin(image);
  if (
    origin.kind === 'product' ||
    origin.kind === 'envoy' ||
    origin.kind === 'tool'
  )
    return origin;
  return mirrored ? { kind: 'copy' } : undefined;
}
