export { sameAuthenticationMethod } from './sameAuthenticationMethod';
