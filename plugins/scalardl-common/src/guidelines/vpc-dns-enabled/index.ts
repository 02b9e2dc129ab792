export { vpcDnsEnabled } from './vpcDnsEnabled';
