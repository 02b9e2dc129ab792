import type { Location, Side } from '../../report/report';
import { textOf } from '../plain/plain';
import type { SourceDocument } from '../sourceDocument';
import { imageRepository } from './licensing';
import { envoyWorkload, productWorkload } from './workload';

/** A container image that the release brings to the cluster. */
export interface Image {
  /** What runs it. */
  id: string;
  repository: string;
  location: Location;
}

const ENVOY = 'ghcr.io/scalar-labs/scalar-envoy';
const SCHEMA_LOADER = 'ghcr.io/scalar-labs/scalardl-schema-loader';

/** The images of the product, of Envoy and, where its values are there, of the schema loader. */
export function releaseImages(
  {
    product,
    schemaLoading,
  }: { product: SourceDocument; schemaLoading: SourceDocument | undefined },
  side: Side,
): Image[] {
  const workload = productWorkload(product, { side, release: undefined });
  const envoy = envoyWorkload(product, { side, release: undefined });
  return [
    {
      id: workload.title,
      repository: imageRepository(workload),
      location: workload.locate('image', 'repository'),
    },
    ...(envoy
      ? [
          {
            id: 'Envoy',
            repository: textOf(envoy.get('image', 'repository')) ?? ENVOY,
            location: envoy.locate('image', 'repository'),
          },
        ]
      : []),
    ...(schemaLoading
      ? [
          {
            id: 'schema loader',
            repository:
              textOf(
                schemaLoading.get('schemaLoading', 'image', 'repository'),
              ) ?? SCHEMA_LOADER,
            location: schemaLoading.locate(
              'schemaLoading',
              'image',
              'repository',
            ),
          },
        ]
      : []),
  ];
}
