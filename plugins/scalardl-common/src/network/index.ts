export * from './allocate';
export * from './capacity';
export * from './cidr';
export * from './instances';
export * from './nodeCount';
export * from './overlap';
export * from './split';
export * from './subnetNeed';
