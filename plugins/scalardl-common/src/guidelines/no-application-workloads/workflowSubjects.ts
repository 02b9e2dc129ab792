import type { SourceDocument } from '../../facts/sourceDocument';
import {
  type Command,
  commandsOf,
  variableOf,
} from '../../facts/workflows/commands';
import { helmInstall } from '../../facts/workflows/helmInstalls';
import { kubectlChange } from '../../facts/workflows/kubectlCommands';
import { jobsOf } from '../../facts/workflows/workflow';
import { imageOrigin } from '../../facts/workloads/imageOrigin';
import type { Side, Subject } from '../../report/report';

/** Charts of the product, its tools and what belongs to a cluster. */
const CHARTS = [
  'scalardl',
  'scalardl-audit',
  'schema-loading',
  'scalar-admin-for-kubernetes',
  'scalardl-ledger-monitoring',
  'scalardl-auditor-monitoring',
  'aws-load-balancer-controller',
  'cluster-autoscaler',
  'kube-prometheus-stack',
  'metrics-server',
  'loki',
  'loki-stack',
  'alloy',
  'promtail',
  'fluent-bit',
  'aws-for-fluent-bit',
  'aws-cloudwatch-metrics',
  'external-secrets',
  'cert-manager',
  'trust-manager',
  'keda',
  'kyverno',
  'karpenter',
  'secrets-store-csi-driver',
  'secrets-store-csi-driver-provider-aws',
];

/** One subject for each command of a workflow that puts something into this side's cluster. */
export function workflowSubjects(
  workflows: readonly SourceDocument[],
  side: Side,
): Subject[] {
  return (
    workflows
      .flatMap(jobsOf)
      // A job that names the other side works there; one that names none may work on either.
      .filter(job =>
        [side, undefined].includes(variableOf(job, 'SIDE') as Side),
      )
      .flatMap(commandsOf)
      .flatMap(command => [
        ...helmSubjects(command),
        ...kubectlSubjects(command),
      ])
  );
}

function helmSubjects(command: Command): Subject[] {
  const install = helmInstall(command);
  if (!install) return [];
  const { chart } = install;
  const { location, job } = command;
  const id = `${job.id} helm ${chart ?? ''}`;
  if (chart === undefined) {
    const detail = `which chart ${job.id} installs is only known when it runs`;
    return [{ id, verdict: 'unknown', detail, location }];
  }
  if (/^\.{0,2}\//.test(chart)) {
    const detail = `${job.id} installs the chart ${chart}, which is not read here`;
    return [{ id, verdict: 'unknown', detail, location }];
  }
  const known = CHARTS.includes(chart.split('/').at(-1) ?? '');
  const detail = `${job.id} installs the chart ${chart}`;
  return [{ id, verdict: known ? 'pass' : 'fail', detail, location }];
}

function kubectlSubjects(command: Command): Subject[] {
  const change = kubectlChange(command);
  if (!change) return [];
  const { location, job } = command;
  const id = `${job.id} kubectl`;
  if (change.kind === 'image') {
    const image = change.image ?? 'an image that is only known when it runs';
    const { kind } = imageOrigin(image);
    const allowed = ['product', 'envoy', 'tool'].includes(kind);
    const detail = `${job.id} starts ${image}`;
    return [{ id, verdict: allowed ? 'pass' : 'fail', detail, location }];
  }
  const foreign = change.paths.find(
    path => !/^(?:\.\/)?manifests\//.test(path ?? ''),
  );
  return change.paths.every(path => path !== undefined) && foreign === undefined
    ? [
        {
          id,
          verdict: 'pass',
          detail: `${job.id} applies ${change.paths.join(', ')}`,
          location,
        },
      ]
    : [
        {
          id,
          verdict: 'unknown',
          detail: `what ${job.id} applies from ${foreign ?? 'a place that is only known when it runs'} is not read here`,
          location,
        },
      ];
}
