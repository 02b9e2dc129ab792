import type { Manifest } from '../resources.ts';

/** A Deployment of somebody else's software, as far as a guideline looks at it; its chart asks for no resources. */
export interface Tool {
  readonly name: string;
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly image: string;
  readonly replicas: number;
  readonly args?: readonly string[];
}

export function toolDeployment(tool: Tool): Manifest {
  const { name, namespace, labels, image, replicas, args } = tool;
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace, labels },
    spec: {
      replicas,
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: { containers: [{ name, image, args }] },
      },
    },
  };
}
