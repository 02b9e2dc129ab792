export { supportedAmiFamily } from './supportedAmiFamily';
