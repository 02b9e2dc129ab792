import { printable, shortened } from '../text/printable';
import type { SarifMessage } from './log';

/** Longest text here, in characters; GitHub cuts descriptions beyond it. */
const MAXIMUM_LENGTH = 1000;

/** A plain text message. Viewers make links of `[text](target)`, which text of unknown origin must not become. */
export function message(text: string): SarifMessage {
  const plain = printable(text).replace(/\](?=\()/g, '] ');
  return { text: shortened(plain, MAXIMUM_LENGTH) };
}
