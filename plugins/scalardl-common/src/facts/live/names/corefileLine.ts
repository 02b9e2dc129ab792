import type { Directive } from './corefile';

/** A line of a Corefile as evidence names it. */
export type Title = (directive: Directive) => string;

/** @param place - such as `ConfigMap kube-system/coredns` */
export function titleIn(place: string): Title {
  return ({ name, args, line }) =>
    `line ${line} of the Corefile in ${place} (${[name, ...args].join(' ')})`;
}
