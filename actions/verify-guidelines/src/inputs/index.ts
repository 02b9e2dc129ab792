export * from './definitions';
export * from './understandInputs';
