import type { LoadBalancer } from '@aws-sdk/client-elastic-load-balancing-v2';
import { collector, valueOf } from '../collector';
import type { SideAccess } from '../sideAccess';
import { forEach } from './batches';
import { list } from './call';
import { elasticLoadBalancing } from './clients';
import { readListeners } from './listeners';
import { readBalancerTags } from './loadBalancerTags';
import { present } from './present';
import { readTargetGroups } from './targetGroups';

export const loadBalancers = collector({
  fact: 'loadBalancers',
  needs: ['cluster'],
  aws: [
    'elasticloadbalancing:DescribeLoadBalancers',
    'elasticloadbalancing:DescribeListeners',
    'elasticloadbalancing:DescribeTargetGroups',
    'elasticloadbalancing:DescribeTargetGroupAttributes',
    'elasticloadbalancing:DescribeTags',
  ],
  async collect(access, given) {
    const { vpcId } = valueOf(given, 'cluster');
    const balancers = await readBalancers(access, vpcId);
    const arns = balancers.map(({ arn }) => arn);
    const [listeners, targetGroups, tags] = await Promise.all([
      forEach(arns, arn => readListeners(access, arn)),
      readTargetGroups(access, arns),
      readBalancerTags(access, arns),
    ]);
    return balancers.map((balancer, index) => ({
      ...balancer,
      listeners: listeners[index] ?? [],
      targetGroups: targetGroups.get(balancer.arn) ?? [],
      tags: tags.get(balancer.arn) ?? {},
    }));
  },
});

/** AWS lists those of the whole region. */
async function readBalancers(access: SideAccess, vpcId: string) {
  const { client, paginateDescribeLoadBalancers } =
    await elasticLoadBalancing(access);
  const found = await list(access, {
    action: 'elasticloadbalancing:DescribeLoadBalancers',
    pages: options => paginateDescribeLoadBalancers({ client }, {}, options),
    items: page => page.LoadBalancers,
  });
  return found.filter(({ VpcId }) => VpcId === vpcId).map(understand);
}

function understand(balancer: LoadBalancer) {
  const zones = balancer.AvailabilityZones ?? [];
  return {
    arn: balancer.LoadBalancerArn ?? '',
    name: balancer.LoadBalancerName ?? '',
    dnsName: balancer.DNSName?.toLowerCase() ?? '',
    type: balancer.Type ?? '',
    scheme: balancer.Scheme ?? '',
    state: balancer.State?.Code ?? '',
    ipAddressType: balancer.IpAddressType ?? '',
    securityGroupIds: balancer.SecurityGroups ?? [],
    subnetIds: present(zones.map(({ SubnetId }) => SubnetId)),
  };
}
