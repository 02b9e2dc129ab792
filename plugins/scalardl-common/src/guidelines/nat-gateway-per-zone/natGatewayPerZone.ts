import { hasExistingSubnets } from '../../facts/clusterConfig/declaredSubnets';
import { textOf } from '../../facts/plain/plain';
import { fail, pass, skipped, unknown } from '../finding';
import { type Guideline, sideCheck } from '../guideline';
import { source } from '../sources';
import { live } from './live';

/** What eksctl uses where nothing is written. */
const DEFAULT_GATEWAY = 'Single';

/** https://docs.aws.amazon.com/eks/latest/eksctl/vpc-cluster-access.html */
export const natGatewayPerZone: Guideline = {
  id: 'nat-gateway-per-zone',
  level: 'derived',
  title: 'Every zone has a NAT gateway of its own',
  source: source('eksctlSchema', 'vpc.nat.gateway'),
  pass: 'Each availability zone has its own NAT gateway.',
  fail: 'All zones use one NAT gateway, so that the loss of its zone cuts off all nodes.',
  remedy: 'Set vpc.nat.gateway to HighlyAvailable in the ClusterConfig.',
  plan: sideCheck({
    needs: ['clusterConfig'],
    check: ({ clusterConfig }) => {
      if (hasExistingSubnets(clusterConfig)) {
        return unknown(
          'the VPC exists already, and its NAT gateways do not stand in the ClusterConfig',
        );
      }
      if (clusterConfig.get('privateCluster', 'enabled') === true)
        return skipped('a fully private cluster has no NAT gateway');
      const gateway =
        textOf(clusterConfig.get('vpc', 'nat', 'gateway')) ?? DEFAULT_GATEWAY;
      if (gateway === 'Disable') return skipped('NAT is switched off');
      const evidence = {
        expected: 'vpc.nat.gateway: HighlyAvailable',
        observed: `vpc.nat.gateway is ${gateway}`,
        location: clusterConfig.locate('vpc', 'nat', 'gateway'),
      };
      return gateway === 'HighlyAvailable' ? pass(evidence) : fail(evidence);
    },
  }),
  live,
};
