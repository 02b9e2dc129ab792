export * from './judgeLive';
export * from './judgePlan';
