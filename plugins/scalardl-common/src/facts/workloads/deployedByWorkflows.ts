import type { Side } from '../../report/report';
import type { SourceDocument } from '../sourceDocument';
import { type Command, commandsOf, variableOf } from '../workflows/commands';
import { helmInstall } from '../workflows/helmInstalls';
import { kubectlChange } from '../workflows/kubectlCommands';
import { jobsOf } from '../workflows/workflow';
import type { Deployed } from './deployed';
import { imageOrigin } from './imageOrigin';

/** Charts of the product, its tools and what belongs to a cluster. */
const CHARTS = new Set(
  (
    'scalardl scalardl-audit schema-loading scalar-admin-for-kubernetes scalardl-ledger-monitoring ' +
    'scalardl-auditor-monitoring aws-load-balancer-controller cluster-autoscaler kube-prometheus-stack ' +
    'metrics-server loki loki-stack alloy promtail fluent-bit aws-for-fluent-bit aws-cloudwatch-metrics ' +
    'external-secrets cert-manager trust-manager keda kyverno karpenter secrets-store-csi-driver ' +
    'secrets-store-csi-driver-provider-aws'
  ).split(' '),
);

/** Whatever commands of the workflows put into this side's cluster. */
export function deployedByWorkflows(
  workflows: readonly SourceDocument[],
  side: Side,
): Deployed[] {
  const jobs = workflows.flatMap(jobsOf).filter(job => {
    // A job that names the other side works there; one that names none may work on either.
    const named = variableOf(job, 'SIDE');
    return named === undefined || named === side;
  });
  return jobs
    .flatMap(commandsOf)
    .flatMap(command => [...byHelm(command), ...byKubectl(command)]);
}

function byHelm(command: Command): Deployed[] {
  const install = helmInstall(command);
  if (!install) return [];
  const { chart } = install;
  const { location, job } = command;
  const id = `${job.id} helm ${chart ?? ''}`.trim();
  if (chart === undefined) {
    const detail = `which chart ${job.id} installs is only known when it runs`;
    return [{ id, what: 'unknown', detail, location }];
  }
  const detail = `${job.id} installs the chart ${chart}`;
  if (/^\.{0,2}\//.test(chart)) {
    return [
      {
        id,
        what: 'unknown',
        detail: `${detail}, which is not read here`,
        location,
      },
    ];
  }
  const known = CHARTS.has(chart.split('/').at(-1) ?? '');
  return [{ id, what: known ? 'belongs' : 'foreign', detail, location }];
}

function byKubectl(command: Command): Deployed[] {
  const change = kubectlChange(command);
  if (!change) return [];
  const { location, job } = command;
  const id = `${job.id} kubectl`;
  if (change.kind === 'image') {
    const { image } = change;
    if (image === undefined) {
      const detail = `which image ${job.id} starts is only known when it runs`;
      return [{ id, what: 'unknown', detail, location }];
    }
    const { kind } = imageOrigin(image);
    const what = ['other', 'system'].includes(kind) ? 'foreign' : 'belongs';
    return [{ id, what, detail: `${job.id} starts ${image}`, location }];
  }
  const { paths } = change;
  const outside = paths.find(path => !isManifest(path));
  if (paths.every(isManifest)) {
    const detail = `${job.id} applies ${paths.join(', ')}`;
    return [{ id, what: 'belongs', detail, location }];
  }
  const detail = `what ${job.id} applies from ${outside ?? 'a place that is only known when it runs'} is not read here`;
  return [{ id, what: 'unknown', detail, location }];
}

/** The manifests are judged by themselves. */
function isManifest(path: string | undefined): boolean {
  return /^(?:\.\/)?manifests\//.test(path ?? '');
}
