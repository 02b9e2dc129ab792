import { AWS_COLLECTORS } from './aws';
import type { AnyCollector } from './collector';
import { KUBERNETES_COLLECTORS } from './kubernetes';

/** One for every fact of a side. */
export const COLLECTORS: readonly AnyCollector[] = [
  ...AWS_COLLECTORS,
  ...KUBERNETES_COLLECTORS,
];
