export { credentialsFromSecrets } from './credentialsFromSecrets';
