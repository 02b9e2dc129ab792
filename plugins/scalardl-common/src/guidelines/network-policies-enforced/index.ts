export { networkPoliciesEnforced } from './networkPoliciesEnforced';
