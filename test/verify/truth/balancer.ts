import type { WorldSide } from '../world/world.ts';

/** Private addresses of the load balancer in front of Envoy, one a zone. */
export async function addressesOf({
  ec2,
  elb,
  balancerHost,
}: WorldSide): Promise<string[]> {
  const { LoadBalancers = [] } = await elb.describeLoadBalancers({});
  const arn = LoadBalancers.find(
    ({ DNSName }) => DNSName === balancerHost,
  )?.LoadBalancerArn;
  const Values = [`ELB ${arn?.split(':loadbalancer/')[1]}`];
  const { NetworkInterfaces = [] } = await ec2.describeNetworkInterfaces({
    Filters: [{ Name: 'description', Values }],
  });
  return NetworkInterfaces.map(({ PrivateIpAddress = '' }) => PrivateIpAddress);
}
