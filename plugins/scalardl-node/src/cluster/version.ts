/** Whether a release such as `0.230.0` is at least `minimum`; compared number by number. */
export function isAtLeast(version: string, minimum: string): boolean {
  const numbers = version.split('.').map(Number);
  for (const [index, wanted] of minimum.split('.').map(Number).entries()) {
    const found = numbers[index] ?? 0;
    if (found !== wanted) return found > wanted;
  }
  return true;
}
