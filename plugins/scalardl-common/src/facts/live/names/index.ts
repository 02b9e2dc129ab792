export * from './lookUp';
export type { NameEnd } from './nameEnd';
