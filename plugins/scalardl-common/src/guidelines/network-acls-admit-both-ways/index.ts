export { networkAclsAdmitBothWays } from './networkAclsAdmitBothWays';
