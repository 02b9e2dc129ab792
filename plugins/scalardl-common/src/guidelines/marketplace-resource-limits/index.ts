export { marketplaceResourceLimits } from './marketplaceResourceLimits';
