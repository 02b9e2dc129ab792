import type { KubernetesJson, LiveAutoScalingGroup } from '../../facts/live';
import {
  argumentsOf,
  autoscaledGroups,
  containersOf,
  discoveryOf,
  findClusterAutoscaler,
} from '../../facts/live/capacity';
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
        roomSubject(autoScalingGroups, { deployment, cluster: cluster.name }),
        ...statusSubjects(facts.autoscalerStatus, { args, context }),
      ],
      {
        none: 'no Cluster Autoscaler',
        expected: 'a Cluster Autoscaler that may add nodes of this cluster',
      },
    );
  },
});

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
  { deployment, cluster }: { deployment: KubernetesJson; cluster: string },
): Subject {
  const id = 'Auto Scaling groups';
  const discovery = discoveryOf(deployment, cluster);
  const { tags } = discovery;
  const other = tags.find(
    tag =>
      tag.startsWith('k8s.io/cluster-autoscaler/') &&
      !['enabled', cluster].includes(tag.split('/')[2] ?? ''),
  );
  if (other) {
    const detail = `Cluster Autoscaler looks for the tag ${other}, and the cluster is ${cluster}`;
    return { id, verdict: 'fail', detail };
  }
  const found = autoscaledGroups(groups, discovery);
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
