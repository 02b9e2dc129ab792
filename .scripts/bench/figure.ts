/** One measured number; printed as `bench NAME VALUE UNIT (goal ≤ X)`. */
export interface Figure {
  name: string;
  value: number;
  unit: 'ms' | 's' | 'ratio' | 'files' | 'KiB' | 'MiB' | 'calls';
  /** Largest value that is good enough; left out where the number is only for reading. */
  goal?: number;
}

export function formatFigure({ name, value, unit, goal }: Figure): string {
  const rounded = value >= 100 ? value.toFixed(0) : value.toPrecision(3);
  const aim = goal === undefined ? '' : ` (goal ≤ ${goal})`;
  return `bench ${name} ${rounded} ${unit}${aim}`;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1
    ? upper
    : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** Milliseconds of processor time that one call takes; unlike the clock it does not count other programs. */
export function time(run: () => void): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
