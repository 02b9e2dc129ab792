import { type SourceDocument, readSourceDocuments } from './sourceDocument';

/** The documents of a YAML text, for a test; throws where it is not valid. */
export function documentsOf(
  text: string,
  path = 'example.yaml',
): SourceDocument[] {
  const documents = readSourceDocuments(path, text);
  if (!documents.ok) throw new Error(documents.reason);
  return documents.value;
}

/** The one document of a YAML text, for a test. */
export function documentOf(
  text: string,
  path = 'example.yaml',
): SourceDocument {
  const [document] = documentsOf(text, path);
  if (!document) throw new Error(`${path} holds no document`);
  return document;
}
