/** Tags as every service answers them, in the form of the facts. */
export function tagsOf(
  tags: readonly { Key?: string; Value?: string }[] = [],
): Record<string, string> {
  return Object.fromEntries(
    tags.map(({ Key = '', Value = '' }) => [Key, Value]),
  );
}
