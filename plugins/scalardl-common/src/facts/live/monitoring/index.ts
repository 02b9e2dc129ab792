export * from './agents';
export * from './alerts';
export * from './prometheus';
export * from './scrape';
export * from './selection';
