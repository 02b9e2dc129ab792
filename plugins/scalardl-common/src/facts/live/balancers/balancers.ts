import type { LiveLoadBalancer } from '../aws';
import type { KubernetesJson } from '../kubernetes';
import { type LiveService, stackOf } from './services';

/** Tags by which the controllers say for which Service a load balancer was made. */
const STACK_TAGS = [
  'service.k8s.aws/stack',
  'service.eks.amazonaws.com/stack',
  'kubernetes.io/service-name',
];

/** A load balancer that the status of a Service names. */
export interface NamedBalancer {
  hostname: string;
  /** `undefined` where the VPC has no such load balancer of the kinds network, application and gateway. */
  balancer: LiveLoadBalancer | undefined;
}

/** The load balancers of a Service: those that its status names, because tags outlive Services. */
export function balancersOf(
  { hostnames }: LiveService,
  loadBalancers: readonly LiveLoadBalancer[],
): NamedBalancer[] {
  return hostnames.map(hostname => ({
    hostname,
    balancer: loadBalancers.find(({ dnsName }) => sameName(dnsName, hostname)),
  }));
}

/** Whether two host names are the same one. */
export function sameName(one: string, other: string): boolean {
  return plainName(one) === plainName(other);
}

/** Small letters, without the dot of the root. */
export function plainName(name: string): string {
  return name.toLowerCase().replace(/\.$/, '');
}

/** `namespace/name` of the Service for which the load balancer was made, where its tags say so. */
export function stackOfBalancer({
  tags,
}: LiveLoadBalancer): string | undefined {
  return STACK_TAGS.map(tag => tags[tag]).find(stack => stack !== undefined);
}

/** Load balancers that a controller of the cluster made for a Service of the namespaces. */
export function balancersMadeFor(
  loadBalancers: readonly LiveLoadBalancer[],
  { cluster, namespaces }: { cluster: string; namespaces: readonly string[] },
): LiveLoadBalancer[] {
  return loadBalancers.filter(balancer => {
    const [namespace] = stackOfBalancer(balancer)?.split('/') ?? [];
    return (
      namespace !== undefined &&
      namespaces.includes(namespace) &&
      isOfCluster(balancer, cluster)
    );
  });
}

/** Those whose Service is no longer there. */
export function orphans(
  balancers: readonly LiveLoadBalancer[],
  services: readonly KubernetesJson[],
): LiveLoadBalancer[] {
  const stacks = services.map(stackOf);
  return balancers.filter(
    balancer => !stacks.includes(stackOfBalancer(balancer) ?? ''),
  );
}

/** Two clusters in one VPC may have namespaces of the same name. */
function isOfCluster({ tags }: LiveLoadBalancer, cluster: string): boolean {
  return (
    tags['elbv2.k8s.aws/cluster'] === cluster ||
    tags['eks:eks-cluster-name'] === cluster ||
    Object.hasOwn(tags, `kubernetes.io/cluster/${cluster}`)
  );
}
