export * from './countVerdicts';
export * from './exceeds';
export * from './worstFirst';
