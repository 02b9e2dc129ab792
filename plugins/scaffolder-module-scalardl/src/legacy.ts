import { scaffolderPlugin } from '@backstage/plugin-scaffolder';
import { createScaffolderFieldExtension } from '@backstage/plugin-scaffolder-react';
import {
  ADDRESS_PLAN_FIELD,
  ScalardlAddressPlan,
  addressPlanSchema,
  validateAddressPlan,
} from './fields/ScalardlAddressPlan';

/**
 * The field `ScalardlAddressPlan` for apps on the old frontend system; a child of
 * `ScaffolderFieldExtensions`.
 *
 * @public
 */
export const ScalardlAddressPlanFieldExtension = scaffolderPlugin.provide(
  createScaffolderFieldExtension({
    name: ADDRESS_PLAN_FIELD,
    component: ScalardlAddressPlan,
    validation: validateAddressPlan,
    schema: addressPlanSchema.schema,
  }),
);
