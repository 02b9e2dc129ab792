export * from './trafficSubnets';
export * from './usedSubnets';
