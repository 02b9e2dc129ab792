/** A rule of a Role or ClusterRole. */
export interface Rule {
  apiGroups: string[];
  resources: string[];
  verbs: string[];
}

/** What may be done to one kind of object. */
export interface Right {
  /** API group; `''` is the core group. */
  group: string;
  /** Plural, such as `deployments`. */
  resource: string;
  verb: string;
}

/** One rule for each group and what may be done in it, sorted. */
export function rulesOf(rights: readonly Right[]): Rule[] {
  const verbs = new Map<string, Set<string>>();
  for (const { group, resource, verb } of rights) {
    const key = `${group}/${resource}`;
    verbs.set(key, (verbs.get(key) ?? new Set()).add(verb));
  }
  const rules = new Map<string, Rule>();
  for (const [key, allowed] of [...verbs].sort()) {
    const [group = '', resource = ''] = key.split('/');
    const sorted = [...allowed].sort();
    const same = `${group} ${sorted}`;
    const rule = rules.get(same);
    if (rule) rule.resources.push(resource);
    else
      rules.set(same, {
        apiGroups: [group],
        resources: [resource],
        verbs: sorted,
      });
  }
  return [...rules.values()];
}
