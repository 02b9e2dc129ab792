export * from './resolveName';
export * from './resolver';
