export { supportedKubernetesVersion } from './supportedKubernetesVersion';
