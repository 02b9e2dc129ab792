export * from './pairPeering';
