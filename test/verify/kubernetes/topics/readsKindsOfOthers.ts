/* eslint-disable jest/no-export -- a topic of the suite that calls it */
import { eventually } from '../../../testbed/kubernetes/eventually.ts';
import { readValue } from '../kubernetesBed.ts';
import { installedKind } from '../manifests/applications.ts';
import { NAMESPACE } from '../manifests/product.ts';
import type { World } from './world.ts';

const KINDS = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions';

export function readsKindsOfOthers({ bed }: World): void {
  describe('of kinds that Kubernetes itself does not have', () => {
    // Unread whatever the role, it would stand in the way of other topics.
    afterAll(() => bed().request('DELETE', `${KINDS}/nodepools.karpenter.sh`));

    it('are empty where nobody installed them', async () => {
      const facts = await bed().collect();
      expect(readValue(facts, 'monitors')).toEqual([]);
      expect(readValue(facts, 'nodePools')).toEqual([]);
      expect(readValue(facts, 'eniConfigs')).toEqual([]);
      expect(readValue(facts, 'metricsApi')).toBeUndefined();
    });

    it('are read where some of a group are installed', async () => {
      await bed().apply(
        installedKind({
          group: 'monitoring.coreos.com',
          kind: 'ServiceMonitor',
          plural: 'servicemonitors',
          version: 'v1',
        }),
      );
      await eventually(() =>
        bed().apply({
          apiVersion: 'monitoring.coreos.com/v1',
          kind: 'ServiceMonitor',
          metadata: { name: 'ledger', namespace: NAMESPACE },
          spec: { endpoints: [] },
        }),
      );
      expect(readValue(await bed().collect(), 'monitors')).toMatchObject([
        {
          apiVersion: 'monitoring.coreos.com/v1',
          kind: 'ServiceMonitor',
          metadata: { name: 'ledger' },
          spec: { endpoints: [] },
        },
      ]);
    });

    it('are unread where the cluster has them in another version only', async () => {
      const kind = {
        group: 'karpenter.sh',
        version: 'v1beta1',
        scope: 'Cluster',
      };
      await bed().apply(
        installedKind({ ...kind, kind: 'NodePool', plural: 'nodepools' }),
      );
      await eventually(async () =>
        expect((await bed().collect()).nodePools).toEqual({
          ok: false,
          reason: expect.stringMatching(
            /^Expected node(?:pools|claims) of karpenter\.sh\/v1, received a cluster that has karpenter\.sh only as v1beta1\.$/,
          ),
        }),
      );
    });
  });
}
