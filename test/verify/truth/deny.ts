import type { Side } from '@scalardl-on-eks/plugin-scalardl-common';
import { changeObject } from './change.ts';
import { ROLE } from './admitReader.ts';
import { until } from '../world/waiting.ts';
import type { World, WorldSide } from '../world/world.ts';

/** A right that is taken away while something is done. */
export interface Denial {
  during<T>(work: () => Promise<T>): Promise<T>;
}

/** Denies one IAM action, such as `ec2:DescribeSubnets`, in the account of a side. */
export async function denyAws(
  { testbed, ...sides }: World,
  { side, action }: { side: Side; action: string },
): Promise<Denial & { hits(): Promise<number> }> {
  const [service, operation] = action.split(':');
  const { account } = sides[side].place;
  const fault = await testbed.inject({
    match: { service, operation, account },
    effect: { kind: 'deny' },
  });
  let hits = 0;
  return {
    hits: async () => hits,
    async during(work) {
      try {
        return await work();
      } finally {
        hits = await fault.hits();
        await fault.remove();
      }
    },
  };
}

interface Rule {
  apiGroups: string[];
  resources: string[];
  verbs: string[];
}

const PATH = `/apis/rbac.authorization.k8s.io/v1/clusterroles/${ROLE}`;

/** Takes one read, such as `list deployments.apps`, out of the role that reads a side. */
export async function denyKubernetes(
  side: WorldSide,
  read: string,
): Promise<Denial> {
  const [verb = '', name = ''] = read.split(' ');
  const [resource = '', ...group] = name.split('.');
  const wanted = { verb, resource, group: group.join('.') };
  const { rules } = await side.kube.get<{ rules: Rule[] }>(PATH);
  const undo = await changeObject(side.kube, PATH, {
    rules: rules.flatMap(rule => without(rule, wanted)),
  });
  await allowed(side, wanted, false);
  return {
    async during(work) {
      try {
        return await work();
      } finally {
        await undo();
        await allowed(side, wanted, true);
      }
    },
  };
}

interface Wanted {
  verb: string;
  resource: string;
  group: string;
}

/** The rule without this verb on this resource; the other verbs and resources stay. */
function without(rule: Rule, { verb, resource, group }: Wanted): Rule[] {
  const meant =
    rule.apiGroups.includes(group) &&
    rule.resources.includes(resource) &&
    rule.verbs.includes(verb);
  if (!meant) return [rule];
  const others = {
    ...rule,
    resources: rule.resources.filter(each => each !== resource),
  };
  const rest = {
    ...rule,
    resources: [resource],
    verbs: rule.verbs.filter(each => each !== verb),
  };
  return [others, rest].filter(
    ({ resources, verbs }) => resources.length > 0 && verbs.length > 0,
  );
}

/** Waits until the API server has seen the change. */
async function allowed(
  { kube, readRole }: WorldSide,
  { verb, resource, group }: Wanted,
  wanted: boolean,
): Promise<void> {
  const review = {
    apiVersion: 'authorization.k8s.io/v1',
    kind: 'SubjectAccessReview',
    spec: {
      user: 'reader',
      groups: [readRole.group],
      resourceAttributes: { verb, resource, group },
    },
  };
  await until(
    () =>
      kube.post<{ status: { allowed: boolean } }>(
        '/apis/authorization.k8s.io/v1/subjectaccessreviews',
        review,
      ),
    ({ status }) => status.allowed === wanted,
  );
}
