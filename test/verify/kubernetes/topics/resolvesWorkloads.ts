/* eslint-disable jest/no-export -- a topic of the suite that calls it */
import type { WorkloadClass } from '@scalardl-on-eks/plugin-scalardl-common';
import { eventually } from '../../../testbed/kubernetes/eventually.ts';
import { readValue } from '../kubernetesBed.ts';
import {
  APPLICATIONS,
  IMAGE,
  applications,
  customKind,
  ownedPod,
  podSpec,
} from '../manifests/applications.ts';
import {
  createOwner,
  type Owner,
  referenceTo,
  sleepingDeployment,
} from '../manifests/owners.ts';
import type { World } from './world.ts';

const ROOT = `/namespaces/${APPLICATIONS}`;

export function resolvesWorkloads({ bed }: World): void {
  describe('of application workloads', () => {
    beforeAll(async () => {
      const [namespace = {}, ...others] = applications;
      await bed().apply(namespace);
      // Pods are refused until their namespace has a service account.
      for (const one of others) await eventually(() => bed().apply(one));
    }, 60_000);

    const classes = async () => {
      const all = readValue(await bed().collect(), 'workloads');
      return all.filter(({ namespace }) => namespace === APPLICATIONS);
    };

    it('name each by its top owner, also what sleeps or waits', async () => {
      await eventually(async () => {
        const seen = (await classes()).map(short).sort();
        expect(seen).toEqual(
          [
            'apps/v1 DaemonSet agent: 1, pods 3',
            'apps/v1 Deployment asleep: 1, pods 0',
            'apps/v1 Deployment running: 1, pods 2',
            'apps/v1 ReplicaSet bare-set: 1, pods 1',
            'apps/v1 StatefulSet store: 1, pods 1',
            'batch/v1 CronJob nightly: 1, pods 0',
            'batch/v1 Job once: 1, pods 0',
            'v1 Pod bare: 1, pods 1',
            'v1 ReplicationController old: 1, pods 0',
          ].sort(),
        );
      });
    });

    it('hold the images of all containers and the labels that tell them apart', async () => {
      const found = (await classes()).find(({ samples }) =>
        samples.includes('running'),
      );
      expect(found).toMatchObject({
        images: ['registry.test/first:1', IMAGE],
        labels: { app: 'running' },
      });
    });

    it('stand under a custom resource that owns pods, even one that is called Job', async () => {
      for (const kind of ['Runner', 'Job']) {
        await bed().apply(customKind('custom.test', kind));
        const owner = await createOwner(bed(), 'custom.test/v1', kind);
        await bed().apply(ownedPod(`of-${kind.toLowerCase()}`, owner));
      }
      const kinds = (await classes()).map(
        ({ apiVersion, kind }) => `${apiVersion} ${kind}`,
      );
      expect(kinds).toContain('custom.test/v1 Runner');
      expect(kinds).toContain('custom.test/v1 Job');
    });

    it('show a Deployment that hides behind one that is read', async () => {
      const owner = await bed().request<Owner>(
        'GET',
        `/apis/apps/v1${ROOT}/deployments/running`,
      );
      const hidden = sleepingDeployment('hidden', 'registry.test/hidden:1');
      await bed().apply({
        ...hidden,
        metadata: {
          ...hidden.metadata,
          ownerReferences: [referenceTo(owner)],
        },
      });
      expect((await classes()).map(short)).toContain(
        'apps/v1 Deployment hidden: 1, pods 0',
      );
    });

    it('show a Job that says that a CronJob with another image made it', async () => {
      const owner = await bed().request<Owner>(
        'GET',
        `/apis/batch/v1${ROOT}/cronjobs/nightly`,
      );
      await bed().apply({
        apiVersion: 'batch/v1',
        kind: 'Job',
        metadata: {
          name: 'disguised',
          namespace: APPLICATIONS,
          ownerReferences: [referenceTo(owner)],
        },
        spec: {
          suspend: true,
          template: {
            spec: {
              ...podSpec('registry.test/disguised:1'),
              restartPolicy: 'Never',
            },
          },
        },
      });
      const found = (await classes()).find(({ images }) =>
        images.includes('registry.test/disguised:1'),
      );
      expect(found).toMatchObject({ kind: 'CronJob', samples: ['nightly'] });
    });

    it('show a container that was put into a running pod', async () => {
      const path = `/api/v1${ROOT}/pods`;
      const { items } = await bed().request<{ items: Owner[] }>('GET', path);
      const pod = items.find(({ metadata }) =>
        metadata.name.startsWith('running-'),
      );
      if (!pod) throw new Error('The Deployment has no pod.');
      const { name } = pod.metadata;
      const whole = await bed().request<PodObject>('GET', `${path}/${name}`);
      whole.spec.ephemeralContainers = [
        { name: 'debugger', image: 'registry.test/debugger:1' },
      ];
      await bed().request('PUT', `${path}/${name}/ephemeralcontainers`, whole);
      const found = (await classes()).find(({ images }) =>
        images.includes('registry.test/debugger:1'),
      );
      expect(found).toMatchObject({
        kind: 'ReplicaSet',
        count: 1,
        desiredPods: 1,
      });
    });
  });
}

interface PodObject {
  spec: { ephemeralContainers?: object[] };
}

function short(one: WorkloadClass): string {
  const { apiVersion, kind, samples, count, desiredPods } = one;
  return `${apiVersion} ${kind} ${samples.join(' ')}: ${count}, pods ${desiredPods}`;
}
