import type { Location, Side } from '../../report/report';
import type { SourceDocument } from '../sourceDocument';
import { type Command, commandsOf, variableOf } from '../workflows/commands';
import { helmInstall } from '../workflows/helmInstalls';
import { kubectlChange } from '../workflows/kubectlCommands';
import { type Job, jobsOf, usesOf } from '../workflows/workflow';
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

/** Every chart that a job of one side installs; jobs that name no side are left aside. */
export function chartsOf(
  workflows: readonly SourceDocument[],
  side: Side,
): { chart: string; job: string; location: Location }[] {
  return workflows
    .flatMap(jobsOf)
    .filter(job => variableOf(job, 'SIDE') === side)
    .flatMap(commandsOf)
    .flatMap(command => {
      const chart = helmInstall(command)?.chart;
      const { job, location } = command;
      return chart ? [{ chart: baseName(chart), job: job.id, location }] : [];
    });
}

export interface WorkflowQuery {
  side: Side;
  /** The manifests of the side, which are judged by themselves. */
  manifests: readonly SourceDocument[];
}

/** Whatever the workflows put into this side's cluster. */
export function deployedByWorkflows(
  workflows: readonly SourceDocument[],
  { side, manifests }: WorkflowQuery,
): Deployed[] {
  const known = new Set(
    manifests.flatMap(({ path }) => [path, path.replace(/\/[^/]*$/, '')]),
  );
  const jobs = workflows.flatMap(jobsOf).filter(job => {
    // A job that names the other side works there; one that names none may work on either.
    const named = variableOf(job, 'SIDE');
    return named === undefined || named === side;
  });
  return [
    ...jobs.flatMap(byActions),
    ...jobs
      .flatMap(commandsOf)
      .flatMap(command => [...byHelm(command), ...byKubectl(command, known)]),
  ];
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
  const known = CHARTS.has(baseName(chart));
  return [{ id, what: known ? 'belongs' : 'foreign', detail, location }];
}

/** Actions of others that deploy; those that only install a program or look at files do not. */
const DEPLOYING = /k8s|kube|helm|kustomize|argo|flux/i;
const PREPARING =
  /setup|install|set-context|login|lint|conform|test|kind-action/i;

function byActions(job: Job): Deployed[] {
  return usesOf(job)
    .filter(({ reference }) => !reference.startsWith('./'))
    .map(({ reference, location }) => ({
      action: reference.replace(/@.*$/, ''),
      location,
    }))
    .filter(({ action }) => DEPLOYING.test(action) && !PREPARING.test(action))
    .map(({ action, location }) => ({
      id: `${job.id} ${action}`,
      what: 'unknown',
      detail: `what ${job.id} deploys by ${action} is not read here`,
      location,
    }));
}

function byKubectl(command: Command, known: ReadonlySet<string>): Deployed[] {
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
    const named = ['product', 'envoy', 'tool'].includes(kind);
    const what = named ? 'belongs' : 'foreign';
    return [{ id, what, detail: `${job.id} starts ${image}`, location }];
  }
  const { paths } = change;
  const outside = paths.findIndex(
    path => !known.has((path ?? '').replace(/^\.\//, '').replace(/\/$/, '')),
  );
  if (outside < 0 && !change.deep) {
    const detail = `${job.id} applies ${paths.join(', ')}`;
    return [{ id, what: 'belongs', detail, location }];
  }
  const where =
    paths[Math.max(0, outside)] ?? 'a place that is only known when it runs';
  const detail = `what ${job.id} applies from ${where} is not read here`;
  return [{ id, what: 'unknown', detail, location }];
}

function baseName(chart: string): string {
  return chart.split('/').at(-1) ?? chart;
}
