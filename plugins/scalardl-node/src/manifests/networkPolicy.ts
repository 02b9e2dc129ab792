import type { YamlContent } from '../yaml/yamlText';

interface Port {
  protocol: 'TCP' | 'UDP';
  port: number;
}

/** Who may be reached, and on which ports. */
export interface Rule {
  peers: Record<string, unknown>[];
  ports: Port[];
}

interface Policy {
  name: string;
  namespace: string;
  /** Labels of the pods that the policy speaks about; none means every pod of the namespace. */
  pods: Record<string, string>;
  comment?: string;
}

export function tcp(...ports: number[]): Port[] {
  return ports.map(port => ({ protocol: 'TCP', port }));
}

export function allowIngress({
  rule,
  ...rest
}: Policy & { rule: Rule }): YamlContent {
  return policy({
    ...rest,
    spec: {
      policyTypes: ['Ingress'],
      ingress: [{ from: rule.peers, ports: rule.ports }],
    },
  });
}

export function allowEgress({
  rule,
  ...rest
}: Policy & { rule: Rule }): YamlContent {
  return policy({
    ...rest,
    spec: {
      policyTypes: ['Egress'],
      egress: [{ to: rule.peers, ports: rule.ports }],
    },
  });
}

export function policy({
  name,
  namespace,
  pods,
  spec,
  comment,
}: Policy & { spec: Record<string, unknown> }): YamlContent {
  return {
    data: {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: { name, namespace },
      spec: {
        podSelector: Object.keys(pods).length > 0 ? { matchLabels: pods } : {},
        ...spec,
      },
    },
    comments: comment ? [{ at: ['apiVersion'], text: comment }] : [],
  };
}
