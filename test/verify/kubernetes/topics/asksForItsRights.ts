/* eslint-disable jest/no-export -- a topic of the suite that calls it */
import { parseAllDocuments } from 'yaml';
import type { KubernetesRead } from '@scalardl-on-eks/verify-guidelines/src/collect/collector';
import { KUBERNETES_COLLECTORS } from '@scalardl-on-eks/verify-guidelines/src/collect/kubernetes';
import { clusterRole } from '@scalardl-on-eks/verify-guidelines/src/policy/clusterRole';
import { eventually } from '../../../testbed/kubernetes/eventually.ts';
import { type KubernetesBed, unreadFacts } from '../kubernetesBed.ts';
import type { World } from './world.ts';

const NAMESPACE = 'verifiers';

/** Every service account of the namespace is in it. */
const GROUP = `system:serviceaccounts:${NAMESPACE}`;

const READS = allReads();

export function asksForItsRights({ bed }: World): void {
  describe('to somebody who has the role of the README', () => {
    let token: string;

    beforeAll(async () => {
      token = await makeAccount(bed());
    }, 60_000);

    const allow = (without?: KubernetesRead) =>
      bed().applyAll(roleWithout(without));
    const unread = async () =>
      unreadFacts(await bed().collect({ token, readSecrets: true }));

    it('are all told, also of Secrets', async () => {
      await allow();
      await eventually(async () => expect(await unread()).toEqual([]));
    });

    it.each(READS.map(read => [titleOf(read), read] as const))(
      'lack without the right to %s only what it is for',
      async (_, read) => {
        await allow(read);
        const expected = factsThatNeed(read);
        expect(expected).not.toEqual([]);
        await eventually(async () => expect(await unread()).toEqual(expected));
      },
    );

    it('hold no Secret with the role that may not read them', async () => {
      const role = clusterRole(KUBERNETES_COLLECTORS, {
        ...{ name: 'verifier', group: GROUP },
        readSecrets: false,
      });
      await bed().applyAll(documentsOf(role));
      await eventually(async () => expect(await unread()).toEqual(['secrets']));
    });
  });
}

async function makeAccount(bed: KubernetesBed): Promise<string> {
  await bed.applyAll([
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name: NAMESPACE } },
    {
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: { name: 'verifier', namespace: NAMESPACE },
    },
  ]);
  return bed.tokenOf(NAMESPACE, 'verifier');
}

function roleWithout(without: KubernetesRead | undefined): object[] {
  const collectors = KUBERNETES_COLLECTORS.map(one => ({
    ...one,
    kubernetes: one.kubernetes?.filter(
      read => !without || !same(read, without),
    ),
  }));
  return documentsOf(
    clusterRole(collectors, {
      ...{ name: 'verifier', group: GROUP },
      readSecrets: true,
    }),
  );
}

function documentsOf(yaml: string): object[] {
  return parseAllDocuments(yaml).map(one => one.toJS() as object);
}

/** Those that read it, and those that cannot do without them. */
function factsThatNeed(read: KubernetesRead): string[] {
  const found = new Set<string>();
  for (let size = -1; size < found.size;) {
    size = found.size;
    for (const { fact, kubernetes = [], needs = [] } of KUBERNETES_COLLECTORS) {
      const lacks =
        kubernetes.some(one => same(one, read)) ||
        needs.some(need => found.has(need));
      if (lacks) found.add(fact);
    }
  }
  return [...found].sort();
}

function allReads(): KubernetesRead[] {
  const all = KUBERNETES_COLLECTORS.flatMap(
    ({ kubernetes = [] }) => kubernetes,
  );
  return [...new Map(all.map(read => [titleOf(read), read])).values()];
}

function titleOf({ group, resource, verb }: KubernetesRead): string {
  return `${verb} ${resource}${group && `.${group}`}`;
}

function same(one: KubernetesRead, other: KubernetesRead): boolean {
  return titleOf(one) === titleOf(other);
}
