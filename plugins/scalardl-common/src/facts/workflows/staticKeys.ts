import type { Location } from '../../report/report';
import { isRecord } from '../plain/plain';
import type { Key, SourceDocument } from '../sourceDocument';

/** A long-lived AWS key in a workflow. */
export interface StaticKey {
  /** What was found; never the key itself. */
  detail: string;
  location: Location;
}

const KEY_NAME = /^aws[-_](?:access[-_]key[-_]id|secret[-_]access[-_]key)$/i;
const SECRET_NAME = /secrets\.\w*(?:AWS_ACCESS_KEY|AWS_SECRET)\w*/i;
/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-prefixes */
const KEY_ID = /\bAKIA[0-9A-Z]{16}\b/;
/** What an earlier step or job gave out is short-lived. */
const HANDED_ON = /^\$\{\{\s*(?:steps|needs)\./;

/** Every AWS key in the workflow, written out or taken from a secret, wherever it stands. */
export function staticKeys(workflow: SourceDocument): StaticKey[] {
  return leaves(workflow.value).flatMap(({ path, value }) => {
    const name = String(path.at(-1) ?? '');
    const text = String(value);
    const location = workflow.locate(...path);
    if (KEY_ID.test(text)) {
      return [{ detail: 'an AWS access key is written out', location }];
    }
    const secret = SECRET_NAME.exec(text)?.[0];
    if (secret) return [{ detail: `${secret} is used`, location }];
    return KEY_NAME.test(name) && text !== '' && !HANDED_ON.test(text)
      ? [{ detail: `${name} is set`, location }]
      : [];
  });
}

function leaves(
  value: unknown,
  path: Key[] = [],
): { path: Key[]; value: unknown }[] {
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => leaves(item, [...path, index]));
  }
  if (isRecord(value)) {
    return Object.entries(value).flatMap(([key, item]) =>
      leaves(item, [...path, key]),
    );
  }
  return value === null || value === undefined ? [] : [{ path, value }];
}
