/** TCP ports, both ends included. */
export interface PortRange {
  first: number;
  last: number;
}

const HIGHEST = 65_535;

/** Reads `50051` or `30000-32767`; `undefined` for anything else. */
export function readPorts(value: unknown): PortRange | undefined {
  const match = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(String(value));
  if (!match) return undefined;
  const first = Number(match[1]);
  const last = Number(match[2] ?? match[1]);
  return first >= 1 && first <= last && last <= HIGHEST
    ? { first, last }
    : undefined;
}

/** `50051`, `30000-32767` */
export function formatPorts({ first, last }: PortRange): string {
  return first === last ? String(first) : `${first}-${last}`;
}
