export { noStaleSecurityGroupRules } from './noStaleSecurityGroupRules';
