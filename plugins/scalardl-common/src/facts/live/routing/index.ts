export * from './effectiveTable';
export * from './privacy';
export * from './transitGateway';
export * from './way';
