export { byolLicenseConfigured } from './byolLicenseConfigured';
