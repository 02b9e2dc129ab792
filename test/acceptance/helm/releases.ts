import { parse } from 'yaml';
import type { GoldenSide } from '../goldenSides';

/** One Helm release, as the deploy workflow installs it. */
export interface Release {
  name: string;
  chart: string;
  version: string;
  namespace: string;
  /** Values file in the repository. */
  values: string;
}

interface Job {
  env: Record<string, string>;
  steps: { run?: string; env?: Record<string, string> }[];
}

/** The releases of Scalar's charts on one side: the product, then its tables. */
export function releasesOf({ side, read }: GoldenSide): {
  product: Release;
  schemaLoading: Release;
} {
  const workflow = parse(read('.github/workflows/deploy.yaml')) as {
    jobs: Record<string, Job>;
  };
  const job = workflow.jobs[`${side}-releases`];
  const namespace = job?.env.NAMESPACE;
  const product = job?.steps.find(({ env }) => env?.RELEASE)?.env;
  const tables = job?.steps.find(({ run }) => run?.includes('schema-loading'));
  const schemaRelease = /helm install "([^"]+)"/.exec(tables?.run ?? '')?.[1];
  if (!namespace || !product || !tables?.env || !schemaRelease) {
    throw new Error(`The deploy workflow installs no release for ${side}.`);
  }
  return {
    product: {
      name: product.RELEASE ?? '',
      chart: product.CHART ?? '',
      version: product.VERSION ?? '',
      namespace,
      values: `values/${side}/${product.CHART}.yaml`,
    },
    schemaLoading: {
      name: schemaRelease.replace('$SIDE', job.env.SIDE ?? ''),
      chart: 'schema-loading',
      version: tables.env.VERSION ?? '',
      namespace,
      values: `values/${side}/schema-loading.yaml`,
    },
  };
}
