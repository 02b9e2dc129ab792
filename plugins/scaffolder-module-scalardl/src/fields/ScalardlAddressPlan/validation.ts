import type { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { readContext } from './formData';
import { INPUT_LABELS, judgePlan } from './judgement';
import {
  type AddressPlanOptions,
  type AddressPlanValue,
  completeValue,
} from './schema';

/** Keeps a form from going on while the plan would be refused. */
export const validateAddressPlan: CustomFieldValidator<
  AddressPlanValue,
  AddressPlanOptions
> = (data, field, { formData, uiSchema }) => {
  const context = readContext(uiSchema?.['ui:options'], formData);
  for (const { input, message } of judgePlan(completeValue(data), context)) {
    field.addError(`${INPUT_LABELS[input]}: ${message}`);
  }
};
