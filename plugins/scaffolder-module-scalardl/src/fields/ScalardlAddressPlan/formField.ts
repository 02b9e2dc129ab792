import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { ScalardlAddressPlan } from './ScalardlAddressPlan';
import { ADDRESS_PLAN_FIELD, addressPlanSchema } from './schema';
import { validateAddressPlan } from './validation';

/** The field for the new frontend system. */
export const addressPlanFormField = createFormField({
  name: ADDRESS_PLAN_FIELD,
  component: ScalardlAddressPlan,
  validation: validateAddressPlan,
  schema: addressPlanSchema,
});
