export * from './golden';
