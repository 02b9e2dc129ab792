export { standardKubernetesSupport } from './standardKubernetesSupport';
