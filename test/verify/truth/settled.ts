import { until } from '../world/waiting.ts';
import { autoscalersActive, rolledOut } from '../world/rollout.ts';
import type { WorldSide } from '../world/world.ts';
import { pathsOf } from './paths.ts';

interface Pod {
  metadata: {
    labels?: Record<string, string>;
    deletionTimestamp?: string;
  };
  status: {
    podIP?: string;
    conditions?: { type: string; status: string }[];
  };
}

/**
 * Waits until the product's namespace is at rest: Deployments rolled out, no pod on its way out, the load
 * balancer's targets are the ready Envoy pods, autoscalers read metrics.
 */
export async function settled(side: WorldSide): Promise<void> {
  const { kube, plan } = side;
  await rolledOut(kube, plan.namespace);
  await until(
    () => Promise.all([pods(side), targets(side)]),
    ([found, registered]) =>
      found.every(({ metadata }) => !metadata.deletionTimestamp) &&
      registered.every(group => group === readyEnvoys(found)),
  );
  await autoscalersActive(kube, plan.namespace);
}

function pods({ kube, plan }: WorldSide): Promise<Pod[]> {
  return kube.list<Pod>(pathsOf(plan).pods);
}

function readyEnvoys(found: readonly Pod[]): string {
  return found
    .filter(
      ({ metadata, status }) =>
        metadata.labels?.['app.kubernetes.io/app'] === 'envoy' &&
        status.conditions?.some(
          one => one.type === 'Ready' && one.status === 'True',
        ),
    )
    .map(({ status }) => status.podIP)
    .sort()
    .join(' ');
}

/** Addresses of each target group, as one text a group. */
async function targets({ elb }: WorldSide): Promise<string[]> {
  const { TargetGroups = [] } = await elb.describeTargetGroups({});
  return Promise.all(
    TargetGroups.map(async ({ TargetGroupArn }) => {
      const { TargetHealthDescriptions = [] } = await elb.describeTargetHealth({
        TargetGroupArn,
      });
      return TargetHealthDescriptions.map(({ Target }) => Target?.Id)
        .sort()
        .join(' ');
    }),
  );
}
