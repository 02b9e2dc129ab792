export { portsAgree } from './portsAgree';
