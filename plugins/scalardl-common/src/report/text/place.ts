import type { Location } from '../report';

/** `clusters/auditor.yaml:41:5` */
export function place({ file, line, column }: Location): string {
  return `${file}:${line}:${column}`;
}
