export { codeText, proseText } from './escape';
export * from './toMarkdown';
