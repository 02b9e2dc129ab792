export { envoyReplicatedAndSpread } from './envoyReplicatedAndSpread';
