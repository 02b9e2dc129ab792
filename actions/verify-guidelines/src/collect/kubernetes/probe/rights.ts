import { EVENTS, JOBS, type Kind, PODS } from '../kinds';

/** What a probe does, as a rule of a Role says it. */
export interface ProbeRight {
  group: string;
  resource: string;
  verb: 'create' | 'delete' | 'get' | 'list';
}

/** Everything that a probe does, in the product's namespace only; the Role in the README is made of it. */
export const PROBE_RIGHTS: readonly ProbeRight[] = [
  ...rights(JOBS, 'create', 'delete', 'get', 'list'),
  ...rights(PODS, 'list'),
  ...rights(EVENTS, 'list'),
];

function rights(
  { group, resource }: Kind,
  ...verbs: ProbeRight['verb'][]
): ProbeRight[] {
  return verbs.map(verb => ({ group, resource, verb }));
}
