import type { SideModel } from '../side/sideModel';
import { CHARTS } from './charts';
import { databaseProperties } from './database';
import { propertiesText } from './properties';
import type { ChartValues } from './valuesFile';

/** Values of the Job that creates the tables of one side. */
export function schemaLoadingValues(model: SideModel): ChartValues {
  const { environment, product, secrets, side } = model;
  const { chart, version } = CHARTS.schemaLoading;
  return {
    overlay: 'schemaLoading',
    file: chart,
    purpose: `Helm values of the tables of ${product.title}: chart ${chart} ${version}.`,
    content: {
      data: {
        schemaLoading: {
          schemaType: side,
          image: {
            repository: 'ghcr.io/scalar-labs/scalardl-schema-loader',
            version: environment.spec.productVersion,
          },
          databaseProperties: propertiesText(databaseProperties(model)),
          secretName: secrets.credentials,
        },
      },
    },
  };
}
