/** Without what is `undefined`. */
export function present<T>(values: readonly (T | undefined)[]): T[] {
  return values.filter((value): value is T & {} => value !== undefined);
}
