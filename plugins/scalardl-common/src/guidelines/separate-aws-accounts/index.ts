export { separateAwsAccounts } from './separateAwsAccounts';
