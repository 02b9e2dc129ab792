export { ScalardlAddressPlan } from './ScalardlAddressPlan';
export {
  ADDRESS_PLAN_FIELD,
  addressPlanSchema,
  type AddressPlanOptions,
  type AddressPlanValue,
} from './schema';
export { validateAddressPlan } from './validation';
