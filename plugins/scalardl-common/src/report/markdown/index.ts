export * from './toMarkdown';
