import {
  KUBERNETES_SUPPORT,
  judgeVersion,
  supportedRange,
} from '../../environment/support';
import { kubernetesVersion } from '../../facts/clusterConfig/kubernetesVersion';
import { fail, pass, unknown } from '../finding';
import { type Guideline, sideCheck } from '../guideline';
import { source } from '../sources';
import { live } from './live';

/** https://scalardl.scalar-labs.com/docs/latest/requirements/ */
export const supportedKubernetesVersion: Guideline = {
  id: 'supported-kubernetes-version',
  level: 'requirement',
  title: 'The cluster runs a Kubernetes version that ScalarDL supports',
  source: source('requirements', 'Kubernetes'),
  pass: 'ScalarDL supports the Kubernetes version of the cluster.',
  fail: 'ScalarDL does not support the Kubernetes version of the cluster.',
  remedy: `Set spec.kubernetesVersion to a version from ${supportedRange(KUBERNETES_SUPPORT)}, in quotes.`,
  plan: sideCheck({
    needs: ['clusterConfig'],
    check: ({ clusterConfig }, { today }) => {
      const version = kubernetesVersion(clusterConfig);
      const evidence = {
        expected: `Kubernetes ${supportedRange(KUBERNETES_SUPPORT)}`,
        location: clusterConfig.locate('metadata', 'version'),
      };
      if (!version.ok) return unknown(version.reason, evidence);
      const support = judgeVersion(KUBERNETES_SUPPORT, version.value, today);
      const observed = `metadata.version is ${version.value}`;
      if (support.verdict === 'unknown')
        return unknown(support.reason, { ...evidence, observed });
      return support.verdict === 'supported'
        ? pass({ ...evidence, observed })
        : fail({ ...evidence, observed: support.reason });
    },
  }),
  live,
};
