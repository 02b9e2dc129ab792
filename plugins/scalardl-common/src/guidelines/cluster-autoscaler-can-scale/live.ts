import type { KubernetesJson, LiveAutoScalingGroup } from '../../facts/live';
import { containersOf, findClusterAutoscaler } from '../../facts/live/capacity';
import { textsOf } from '../../facts/plain/plain';
import type { Subject } from '../../report/report';
import { combine, skipped } from '../finding';
import { liveSideCheck } from '../liveCheck';
import { statusSubjects } from './statusSubjects';

/** Judges the program, what it may change, and what it says of itself: without rights it runs and does nothing. */
export const live = liveSideCheck({
  needs: [
    'toolDeployments',
    'cluster',
    'autoScalingGroups',
    'autoscalerStatus',
  ],
  check: (facts, context) => {
    const { toolDeployments, cluster, autoScalingGroups } = facts;
    const deployment = findClusterAutoscaler(toolDeployments);
    if (!deployment) return skipped('there is no Cluster Autoscaler');
    const args = argumentsOf(deployment);
    return combine(
      [
        readySubject(deployment),
        versionSubject(deployment, cluster.version),
        roomSubject(autoScalingGroups, { args, cluster: cluster.name }),
        ...statusSubjects(facts.autoscalerStatus, { args, context }),
      ],
      {
        none: 'no Cluster Autoscaler',
        expected: 'a Cluster Autoscaler that may add nodes of this cluster',
      },
    );
  },
});

function argumentsOf(deployment: KubernetesJson): string[] {
  return containersOf(deployment).flatMap(({ command, args }) => [
    ...textsOf(command),
    ...textsOf(args),
  ]);
}

function readySubject({ metadata, status }: KubernetesJson): Subject {
  const ready = Number(status?.readyReplicas ?? 0);
  return {
    id: `Deployment ${metadata.name}`,
    verdict: ready > 0 ? 'pass' : 'fail',
    detail: `${ready} pods of ${metadata.name} are ready`,
  };
}

/** Cluster Autoscaler simulates the scheduler of its own minor version. */
function versionSubject(deployment: KubernetesJson, wanted: string): Subject {
  const id = 'version';
  const images = containersOf(deployment).map(({ image }) => String(image));
  const image = images.find(name => name.includes('cluster-autoscaler')) ?? '';
  const minor = /:v?(\d+\.\d+)\./.exec(image)?.[1];
  return minor === undefined
    ? { id, verdict: 'unknown', detail: `${image} does not name a version` }
    : {
        id,
        verdict: minor === wanted ? 'pass' : 'fail',
        detail: `Cluster Autoscaler ${minor} on Kubernetes ${wanted}`,
      };
}

/** It finds groups by tags that carry the cluster's name, or is told them one by one. */
function roomSubject(
  groups: readonly LiveAutoScalingGroup[],
  { args, cluster }: { args: readonly string[]; cluster: string },
): Subject {
  const id = 'Auto Scaling groups';
  const wanted = discoveryTags(args);
  const other = wanted.find(
    tag =>
      tag.startsWith('k8s.io/cluster-autoscaler/') &&
      !['enabled', cluster].includes(tag.split('/')[2] ?? ''),
  );
  if (other) {
    const detail = `Cluster Autoscaler looks for the tag ${other}, and the cluster is ${cluster}`;
    return { id, verdict: 'fail', detail };
  }
  const tags =
    wanted.length > 0
      ? wanted
      : [
          'k8s.io/cluster-autoscaler/enabled',
          `k8s.io/cluster-autoscaler/${cluster}`,
        ];
  const found = groups.filter(
    group =>
      args.some(argument => isNamed(argument, group)) ||
      tags.every(tag => Object.hasOwn(group.tags, tag)),
  );
  const roomy = found.find(({ min, max }) => min < max);
  if (roomy) {
    const detail = `${roomy.name} has ${roomy.min} to ${roomy.max} nodes`;
    return { id, verdict: 'pass', detail };
  }
  const detail =
    found.length === 0
      ? `no Auto Scaling group has the tags ${tags.join(' and ')}`
      : `no group has room between its bounds: ${found.map(({ name, min, max }) => `${name} ${min} to ${max}`).join(', ')}`;
  return { id, verdict: 'fail', detail };
}

/** `--node-group-auto-discovery=asg:tag=k8s.io/cluster-autoscaler/enabled,k8s.io/cluster-autoscaler/NAME` */
function discoveryTags(args: readonly string[]): string[] {
  return args
    .flatMap(
      argument =>
        /--node-group-auto-discovery=asg:tag=(.*)$/.exec(argument)?.[1] ?? [],
    )
    .flatMap(list => list.split(','))
    .map(tag => tag.split('=')[0] ?? '')
    .filter(tag => tag !== '');
}

/** `--nodes=MIN:MAX:NAME` */
function isNamed(argument: string, { name }: LiveAutoScalingGroup): boolean {
  return /^--nodes=\d+:\d+:/.test(argument) && argument.endsWith(`:${name}`);
}
