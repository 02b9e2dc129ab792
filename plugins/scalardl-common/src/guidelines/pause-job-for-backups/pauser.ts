import { type ProductQuery, scalarImage } from '../../facts/live/product';
import { imageRepository } from '../../facts/workloads/imageRepository';

const NAME = 'scalar-admin-for-kubernetes';

/** Whether the image is Scalar Admin for Kubernetes from Scalar's registry or from a mirror that was named. */
export function isPauser(image: string, { settings }: ProductQuery): boolean {
  return (
    scalarImage(image, settings) !== undefined &&
    imageRepository(image).endsWith(`/${NAME}`)
  );
}
