import { readConfiguration } from '../../facts/clusterConfig/addons';
import type { Fact } from '../../facts/fact';
import type {
  KubernetesJson,
  LiveAddon,
  LiveCluster,
  SideLiveFacts,
} from '../../facts/live';
import { containersOf } from '../../facts/live/capacity';
import { productOnFargate } from '../../facts/live/nodes/productOnFargate';
import { textsOf } from '../../facts/plain/plain';
import { imageRepository } from '../../facts/workloads/imageRepository';
import type { Subject } from '../../report/report';
import { settingOf } from './settingOf';

const ADDON = 'vpc-cni';

/** DaemonSets of other programs that enforce policies, by the image of their agent. */
const OTHER_AGENTS = /(?:^|\/)(?:calico\/node|cilium\/cilium)$/;

/**
 * The subject where the product has pods on Fargate: no DaemonSet comes there, and the VPC CNI enforces policies on
 * machines of EC2 only (https://docs.aws.amazon.com/eks/latest/userguide/cni-network-policy.html).
 */
export function fargateSubject(given: SideLiveFacts): Subject | undefined {
  const [pod] = productOnFargate(given).pods;
  return (
    pod && {
      id: 'fargate',
      verdict: 'fail',
      detail: `nothing enforces policies on AWS Fargate, where ${pod.name} runs`,
    }
  );
}

const FLAG = /^--enable-network-policy=(true|false)$/;

/** What enforces NetworkPolicies: what runs on the nodes decides, the add-on's configuration is only a wish. */
export function enforcementSubject(
  { cluster, addons }: { cluster: LiveCluster; addons: readonly LiveAddon[] },
  daemonSets: Fact<KubernetesJson[]>,
): Subject {
  if (cluster.autoMode) {
    const detail =
      'EKS Auto Mode keeps this setting in a ConfigMap of the cluster';
    return { id: ADDON, verdict: 'unknown', detail };
  }
  const running = daemonSets.ok ? byDaemonSets(daemonSets.value) : undefined;
  if (running) return running;
  const addon = addons.find(({ name }) => name === ADDON);
  const wished = addon && byAddon(addon);
  if (wished && wished.verdict !== 'fail') return wished;
  return daemonSets.ok
    ? (wished ?? {
        id: ADDON,
        verdict: 'fail',
        detail: 'neither the vpc-cni add-on nor a DaemonSet enforces policies',
      })
    : { id: 'daemonSets', verdict: 'unknown', detail: daemonSets.reason };
}

function byDaemonSets(
  daemonSets: readonly KubernetesJson[],
): Subject | undefined {
  const other = daemonSets.find(daemonSet =>
    containersOf(daemonSet).some(({ image }) =>
      OTHER_AGENTS.test(imageRepository(String(image ?? ''))),
    ),
  );
  if (other) return readySubject(other);
  const own = daemonSets.find(({ metadata }) => metadata.name === 'aws-node');
  const flag = (own ? containersOf(own) : [])
    .flatMap(({ args, command }) => [...textsOf(command), ...textsOf(args)])
    .map(argument => FLAG.exec(argument)?.[1])
    .find(value => value !== undefined);
  if (!own || flag === undefined) return undefined;
  return flag === 'true'
    ? readySubject(own)
    : {
        id: ADDON,
        verdict: 'fail',
        detail: 'aws-node runs with --enable-network-policy=false',
      };
}

function readySubject({ metadata, status }: KubernetesJson): Subject {
  const wanted = Number(status?.desiredNumberScheduled ?? 0);
  const ready = Number(status?.numberReady ?? 0);
  return {
    id: `DaemonSet ${metadata.name}`,
    verdict: ready >= wanted ? 'pass' : 'fail',
    detail: `DaemonSet ${metadata.name} enforces policies, ready on ${ready} of ${wanted} nodes`,
  };
}

function byAddon({ name, configuration }: LiveAddon): Subject {
  const values = readConfiguration(name, configuration, name);
  return values.ok
    ? { id: name, ...settingOf(values.value) }
    : { id: name, verdict: 'unknown', detail: values.reason };
}
