import { stringify } from 'yaml';
import type { ProbeRight } from '../collect/kubernetes/probe';
import { rulesOf } from './rules';

export interface ProbeRoleOptions {
  name: string;
  /** That of the product. */
  namespace: string;
  group: string;
}

/** A Role and its binding for those who set `probe`, beside the ClusterRole, as `kubectl apply` takes them. */
export function probeRole(
  rights: readonly ProbeRight[],
  { name, namespace, group }: ProbeRoleOptions,
): string {
  const apiGroup = 'rbac.authorization.k8s.io';
  const apiVersion = `${apiGroup}/v1`;
  const metadata = { name, namespace };
  const role = { apiVersion, kind: 'Role', metadata, rules: rulesOf(rights) };
  const binding = {
    apiVersion,
    kind: 'RoleBinding',
    metadata,
    roleRef: { apiGroup, kind: 'Role', name },
    subjects: [{ apiGroup, kind: 'Group', name: group }],
  };
  return [role, binding].map(one => stringify(one)).join('---\n');
}
