import type { KubernetesJson } from '@scalardl-on-eks/plugin-scalardl-common';
import { type Given, valueOf } from '../../collector';
import { CRON_JOBS, DEPLOYMENTS, JOBS, PODS, SERVICES, reads } from '../kinds';
import { kubernetesCollector } from '../kubernetesCollector';
import { readObjects } from '../readObjects';
import { readDeployments } from '../workloads/deployments';
import { readPods } from '../workloads/pods';
import { livePod } from './listedPod';

export const productDeployments = kubernetesCollector({
  fact: 'productDeployments',
  kubernetes: reads('list', DEPLOYMENTS),
  collect: async reader => (await readDeployments(reader)).product,
});

export const toolDeployments = kubernetesCollector({
  fact: 'toolDeployments',
  kubernetes: reads('list', DEPLOYMENTS),
  collect: async reader => (await readDeployments(reader)).tools,
});

export const productPods = kubernetesCollector({
  fact: 'productPods',
  uses: ['productDeployments'],
  kubernetes: reads('list', PODS),
  async collect(reader, { given }) {
    const { product } = await readPods(reader);
    const { productDeployments: deployments } = given;
    const names = new Set(
      (deployments.ok ? deployments.value : []).map(
        ({ metadata }) => `${metadata.namespace}/${metadata.name}`,
      ),
    );
    return product.map(pod => livePod(pod, names));
  },
});

export const services = kubernetesCollector({
  fact: 'services',
  needs: ['productDeployments'],
  kubernetes: reads('list', SERVICES),
  collect(reader, { given }) {
    const inside = productNamespaces(given);
    return readObjects(reader, [SERVICES], {
      keep: ({ metadata, spec }) =>
        ['LoadBalancer', 'NodePort'].includes(String(spec?.type)) ||
        inside.has(metadata.namespace ?? ''),
    });
  },
});

export const productJobs = kubernetesCollector({
  fact: 'productJobs',
  needs: ['productDeployments'],
  kubernetes: reads('list', JOBS, CRON_JOBS),
  async collect(reader, { given }) {
    const jobs = [...productNamespaces(given)].map(namespace =>
      readObjects(reader, [CRON_JOBS, JOBS], { namespace }),
    );
    return (await Promise.all(jobs)).flat();
  },
});

function productNamespaces(given: Given): Set<string> {
  const deployments: KubernetesJson[] = valueOf(given, 'productDeployments');
  return new Set(deployments.map(({ metadata }) => metadata.namespace ?? ''));
}
