export { controlPlaneInPrivateSubnets } from './controlPlaneInPrivateSubnets';
