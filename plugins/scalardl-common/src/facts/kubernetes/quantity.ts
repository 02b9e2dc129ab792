const SUFFIXES: Readonly<Record<string, number>> = {
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  '': 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
};

const QUANTITY =
  /^\+?(\d+\.?\d*|\.\d+)(?:[eE]([+-]?\d+)|([numkMGTPE]|[KMGTPE]i)?)$/;

/**
 * A quantity such as `2`, `500m`, `4Gi` or `4G` in its base unit (cores or bytes); `undefined` where the
 * value is missing or is no quantity
 * (https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/).
 */
export function parseQuantity(value: unknown): number | undefined {
  if (typeof value === 'number') return value >= 0 ? value : undefined;
  if (typeof value !== 'string') return undefined;
  const match = QUANTITY.exec(value.trim());
  if (!match) return undefined;
  const [, digits = '', exponent, suffix = ''] = match;
  return exponent === undefined
    ? Number(digits) * (SUFFIXES[suffix] ?? 1)
    : Number(`${digits}e${exponent}`);
}

/** CPU in thousandths of a core, rounded up as the scheduler does. */
export function parseMillicores(value: unknown): number | undefined {
  const cores = parseQuantity(value);
  // A rounding error of the multiplication must not add a whole millicore.
  return cores === undefined
    ? undefined
    : Math.ceil(Number((cores * 1000).toFixed(6)));
}

/** Memory in MiB, not rounded. */
export function parseMebibytes(value: unknown): number | undefined {
  const bytes = parseQuantity(value);
  return bytes === undefined ? undefined : bytes / 2 ** 20;
}
