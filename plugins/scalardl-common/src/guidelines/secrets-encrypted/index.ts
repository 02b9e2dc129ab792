export { secretsEncrypted } from './secretsEncrypted';
