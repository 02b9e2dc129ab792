/** Writes a Java properties text, one line for each pair whose value is given. */
export function propertiesText(
  pairs: readonly (readonly [
    key: string,
    value: string | number | undefined,
  ])[],
): string {
  return pairs
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}=${escapeValue(String(value))}\n`)
    .join('');
}

/** A backslash begins an escape and, at the end of a line, joins the next one. */
function escapeValue(value: string): string {
  return value.replaceAll('\\', '\\\\');
}

/** An environment variable that the chart fills from the credentials secret. */
export function fromSecret(variable: string): string {
  return `\${env:${variable}}`;
}
