export { natGatewayPerZone } from './natGatewayPerZone';
