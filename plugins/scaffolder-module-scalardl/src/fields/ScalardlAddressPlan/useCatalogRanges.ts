import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import type { Entity } from '@backstage/catalog-model';
import { useApiHolder } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useEffect, useState } from 'react';
import {
  CIDRS_ANNOTATION,
  type TakenRanges,
  rangesOfEntities,
} from './takenRanges';

/** The ranges of catalogued environments, or why they are not known. */
export type CatalogRanges =
  | { state: 'reading' }
  | { state: 'failed'; reason: string }
  | ({ state: 'read' } & TakenRanges);

/** Reads the ranges of every catalogued environment once. */
export function useCatalogRanges(): CatalogRanges {
  const catalogApi = useApiHolder().get(catalogApiRef);
  const [ranges, setRanges] = useState<CatalogRanges>({ state: 'reading' });
  useEffect(() => {
    let isCurrent = true;
    const settle = (result: CatalogRanges) => {
      if (isCurrent) setRanges(result);
    };
    const read = async () => {
      if (!catalogApi) throw new Error('this app has no catalog');
      const entities: Entity[] = [];
      for await (const page of catalogApi.streamEntities({
        filter: {
          [`metadata.annotations.${CIDRS_ANNOTATION}`]: CATALOG_FILTER_EXISTS,
        },
        fields: [
          'kind',
          'metadata.name',
          'metadata.namespace',
          'metadata.annotations',
        ],
      })) {
        entities.push(...page);
      }
      return rangesOfEntities(entities);
    };
    read().then(
      result => settle({ state: 'read', ...result }),
      (error: unknown) => settle({ state: 'failed', reason: reasonOf(error) }),
    );
    return () => {
      isCurrent = false;
    };
  }, [catalogApi]);
  return ranges;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
