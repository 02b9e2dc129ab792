export { nodeVolumesEncrypted } from './nodeVolumesEncrypted';
