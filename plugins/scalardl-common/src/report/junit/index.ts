export * from './toJunit';
