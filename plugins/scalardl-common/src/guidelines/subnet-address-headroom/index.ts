export { subnetAddressHeadroom } from './subnetAddressHeadroom';
