import { scaffolderPlugin } from '@backstage/plugin-scaffolder';
import {
  type FieldExtensionComponent,
  createScaffolderFieldExtension,
} from '@backstage/plugin-scaffolder-react';
import {
  ADDRESS_PLAN_FIELD,
  type AddressPlanOptions,
  type AddressPlanValue,
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
export const ScalardlAddressPlanFieldExtension: FieldExtensionComponent<
  AddressPlanValue,
  AddressPlanOptions
> = scaffolderPlugin.provide(
  createScaffolderFieldExtension({
    name: ADDRESS_PLAN_FIELD,
    component: ScalardlAddressPlan,
    validation: validateAddressPlan,
    schema: addressPlanSchema.schema,
  }),
);
