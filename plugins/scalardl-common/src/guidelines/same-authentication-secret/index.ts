export { sameAuthenticationSecret } from './sameAuthenticationSecret';
