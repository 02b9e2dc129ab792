export * from './classifyWorkload';
