export { nodeGroupsHealthy } from './nodeGroupsHealthy';
