import { stringify } from 'yaml';
import type { AnyCollector, KubernetesRead } from '../collect/collector';
import { type Rule, rulesOf } from './rules';

/** Who gets the role: a group of Kubernetes, as an access entry of EKS names it. */
export interface RoleOptions {
  name: string;
  group: string;
  /** Whether the role may read Secrets too, which only `read-secrets` needs. */
  readSecrets: boolean;
}

/** The rules of a role that allows what the collectors read, and nothing else. */
export function clusterRoleRules(
  collectors: readonly AnyCollector[],
  { readSecrets }: Pick<RoleOptions, 'readSecrets'>,
): Rule[] {
  const reads = collectors.flatMap(({ kubernetes = [] }) => kubernetes);
  return rulesOf(reads.filter(read => readSecrets || !isSecret(read)));
}

/** A ClusterRole and its binding as `kubectl apply` takes them. */
export function clusterRole(
  collectors: readonly AnyCollector[],
  options: RoleOptions,
): string {
  const { name, group } = options;
  const apiVersion = 'rbac.authorization.k8s.io/v1';
  const role = {
    apiVersion,
    kind: 'ClusterRole',
    metadata: { name },
    rules: clusterRoleRules(collectors, options),
  };
  const binding = {
    apiVersion,
    kind: 'ClusterRoleBinding',
    metadata: { name },
    roleRef: {
      apiGroup: 'rbac.authorization.k8s.io',
      kind: 'ClusterRole',
      name,
    },
    subjects: [
      { apiGroup: 'rbac.authorization.k8s.io', kind: 'Group', name: group },
    ],
  };
  return [role, binding].map(one => stringify(one)).join('---\n');
}

function isSecret({ group, resource }: KubernetesRead): boolean {
  return group === '' && resource === 'secrets';
}
