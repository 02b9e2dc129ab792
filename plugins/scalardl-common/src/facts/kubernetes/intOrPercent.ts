/**
 * A whole number or a percentage of a total, as Kubernetes reads `maxSurge`, `maxUnavailable` and `minAvailable`;
 * `undefined` where it is neither (a number in quotes is refused by Kubernetes).
 */
export function resolveIntOrPercent(
  value: unknown,
  { total, round }: { total: number; round: 'up' | 'down' },
): number | undefined {
  if (typeof value === 'number') {
    return Number.isInteger(value) && value >= 0 ? value : undefined;
  }
  const match = typeof value === 'string' && /^(\d+)%$/.exec(value);
  if (!match) return undefined;
  const part = (Number(match[1]) * total) / 100;
  return round === 'up' ? Math.ceil(part) : Math.floor(part);
}
