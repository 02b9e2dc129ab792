export { endpointClosedToTheWorld } from './endpointClosedToTheWorld';
