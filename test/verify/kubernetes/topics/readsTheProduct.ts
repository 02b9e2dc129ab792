/* eslint-disable jest/no-export -- a topic of the suite that calls it */
import { eventually } from '../../../testbed/kubernetes/eventually.ts';
import { plain, readValue, unreadFacts } from '../kubernetesBed.ts';
import {
  NAMESPACE,
  podLabels,
  properties as propertiesMap,
} from '../manifests/product.ts';
import { secondLedger } from '../manifests/secondLedger.ts';
import type { World } from './world.ts';

export function readsTheProduct({ bed, gate }: World): void {
  describe('of the product and what is around it', () => {
    it('are all read', async () => {
      expect(unreadFacts(await bed().collect())).toEqual([]);
    });

    it('show nodes as they are', async () => {
      const shown = await eventually(async () => {
        const nodes = readValue(await bed().collect(), 'nodes');
        expect(nodes.map(({ ready }) => ready)).toEqual([true, true, true]);
        return nodes;
      });
      expect(shown[1]).toMatchObject({
        name: 'ip-10-1-2-10.eu-central-1.compute.internal',
        providerId: 'aws:///eu-central-1b/i-00000000000000001',
        instanceId: 'i-00000000000000001',
        unschedulable: false,
        kubeletVersion: 'v1.35.0-eks-ba24e9c',
        osImage: 'Amazon Linux 2023',
        zone: 'eu-central-1b',
        instanceType: 'm7i.xlarge',
        architecture: 'amd64',
        allocatable: { cpu: '3920m' },
        capacity: { cpu: '4' },
      });
    });

    it('show the pods of the product under their Deployments', async () => {
      await eventually(async () => {
        const pods = readValue(await bed().collect(), 'productPods');
        const seen = pods.map(({ owner, ready }) => [owner, ready]).sort();
        const envoy = ['Deployment scalardl-ledger-envoy', true];
        const ledger = ['Deployment scalardl-ledger-ledger', true];
        expect(seen).toEqual([envoy, envoy, envoy, ledger, ledger, ledger]);
      });
      const pods = readValue(await bed().collect(), 'productPods');
      expect(pods.find(({ owner }) => /-ledger$/.test(owner))).toMatchObject({
        namespace: NAMESPACE,
        phase: 'Running',
        terminating: false,
        node: expect.stringMatching(/^ip-10-1-/),
        address: expect.stringMatching(/^10\.1\./),
        labels: podLabels('ledger'),
        names: {
          policy: 'ClusterFirst',
          hostNetwork: false,
          hostAliases: [{ address: '10.9.0.9', hosts: ['db.internal'] }],
          nameServers: [],
          searches: [],
          leastDots: 2,
        },
        containers: [
          {
            name: 'scalardl-ledger',
            image: 'ghcr.io/scalar-labs/scalardl-ledger-byol:3.13.0',
            restarts: 0,
            requests: { cpu: '100m', memory: '64Mi' },
            limits: {},
          },
        ],
      });
    });

    it('hold the configuration that the pods see', async () => {
      const facts = await bed().collect();
      const properties = readValue(facts, 'properties');
      expect(properties?.get('scalar.dl.ledger.proof.enabled')).toBe('true');
      expect(properties?.locate('scalar.dl.ledger.proof.enabled')).toEqual({
        file: `ConfigMap ${NAMESPACE}/scalardl-ledger-ledger-properties`,
        line: 4,
        column: 1,
      });
      expect(readValue(facts, 'envoyConfiguration')).toBe(
        'static_resources: {}\n',
      );
      expect(readValue(facts, 'clusterDns')).toEqual({
        coreDns: '.:53 {\n    whoami\n}\n',
        nodeLocal: undefined,
      });
      expect(readValue(facts, 'autoscalerStatus')).toBe(
        'autoscalerStatus: Running\n',
      );
    });

    it('have no configuration where the other product is looked for', async () => {
      const facts = await bed().collect({ side: 'auditor' });
      expect(readValue(facts, 'properties')).toBeUndefined();
    });

    it('have no configuration where two Deployments run with different ones', async () => {
      const path = `/apis/apps/v1/namespaces/${NAMESPACE}/deployments`;
      const first = `Deployment ${NAMESPACE}/scalardl-ledger-ledger`;
      await bed().applyAll(secondLedger({ replicas: 0 }));
      expect(await bed().collect()).toMatchObject({ properties: { ok: true } });
      await bed().applyAll(secondLedger({ replicas: 1 }));
      const { properties } = await bed().collect();
      await bed().request('DELETE', `${path}/another-ledger`);
      expect(properties).toEqual({
        ok: false,
        reason: `Deployment ${NAMESPACE}/another-ledger and ${first} mount different ledger.properties: nobody can tell which of them is in force.`,
      });
    });

    it('have no configuration where no ConfigMap holds it', async () => {
      const path = `/api/v1/namespaces/${NAMESPACE}/configmaps/scalardl-ledger-ledger-properties`;
      await bed().request('DELETE', path);
      const { properties } = await bed().collect();
      await bed().apply(propertiesMap());
      expect(properties).toEqual({
        ok: false,
        reason: `Expected Deployment ${NAMESPACE}/scalardl-ledger-ledger to mount ledger.properties of a ConfigMap, received scalardl-ledger-ledger-properties without it.`,
      });
    });

    it('hold whole objects of what guidelines ask for, with their kind', async () => {
      const facts = await bed().collect();
      const named = (objects: { kind: string; metadata: { name: string } }[]) =>
        objects.map(({ kind, metadata }) => `${kind} ${metadata.name}`).sort();
      expect({
        product: named(readValue(facts, 'productDeployments')),
        tools: named(readValue(facts, 'toolDeployments')),
        services: named(readValue(facts, 'services')),
        jobs: named(readValue(facts, 'productJobs')),
        budgets: named(readValue(facts, 'disruptionBudgets')),
        policies: named(readValue(facts, 'networkPolicies')),
        autoscalers: named(readValue(facts, 'podAutoscalers')),
      }).toEqual({
        product: [
          'Deployment scalardl-ledger-envoy',
          'Deployment scalardl-ledger-ledger',
        ],
        tools: ['Deployment anything', 'Deployment cluster-autoscaler'],
        services: [
          'Service scalardl-ledger-envoy',
          'Service scalardl-ledger-metrics',
        ],
        jobs: ['CronJob pause'],
        budgets: ['PodDisruptionBudget scalardl-ledger'],
        policies: ['NetworkPolicy scalardl-ledger'],
        autoscalers: ['HorizontalPodAutoscaler scalardl-ledger'],
      });
      expect(readValue(facts, 'podAutoscalers')[0]).toMatchObject({
        apiVersion: 'autoscaling/v2',
        spec: { maxReplicas: 6 },
      });
      expect(JSON.stringify(facts)).not.toContain('managedFields');
    });

    it('are the same however small the pages are', async () => {
      const whole = await bed().collect();
      const paged = await bed().collect({ pageSize: 2 });
      expect(plain(paged)).toEqual(plain(whole));
    });

    it('are read by GET alone, and without Secrets', async () => {
      const { address, certificateAuthority } = gate();
      const endpoint = { address, certificateAuthority };
      const facts = await bed().collect({ endpoint });
      expect(unreadFacts(facts)).toEqual([]);
      const { calls } = gate();
      expect(calls.length).toBeGreaterThan(20);
      expect(new Set(calls.map(({ method }) => method))).toEqual(
        new Set(['GET']),
      );
      expect(calls.filter(({ path }) => path.includes('/secrets'))).toEqual([]);
      const podLists = calls.filter(({ path }) =>
        path.startsWith('/api/v1/pods?'),
      );
      expect(podLists).toHaveLength(1);
    });
  });
}
