import { dynamicNodes } from '../../facts/clusterConfig/dynamicNodes';
import { combine, skipped, unknown } from '../finding';
import { type Guideline, sideCheck } from '../guideline';
import { source } from '../sources';
import { subnetSubjects } from './subnetSubjects';

/** https://docs.aws.amazon.com/eks/latest/best-practices/ip-opt.html */
export const subnetAddressHeadroom: Guideline = {
  id: 'subnet-address-headroom',
  level: 'derived',
  title: 'Subnets hold the addresses of the largest cluster',
  source: source('eksBestPractices', 'Optimizing IP address utilization'),
  pass: 'Every subnet of the nodes holds the addresses of the largest size, an update and 30 % more.',
  fail: 'At its largest size, or during an update, the cluster runs out of addresses.',
  remedy:
    'Give spec.<side>.network.cidr a larger range, or lower spec.<side>.nodes.max.',
  plan: sideCheck({
    needs: ['clusterConfig'],
    check: ({ clusterConfig }) => {
      if (clusterConfig.get('kubernetesNetworkConfig', 'ipFamily') === 'IPv6') {
        return skipped('pods of an IPv6 cluster take no IPv4 addresses');
      }
      const dynamic = dynamicNodes(clusterConfig);
      if (dynamic)
        return unknown(
          `how many nodes ${dynamic} starts is only known while it runs`,
        );
      return combine(subnetSubjects(clusterConfig), {
        none: 'no node groups',
        expected: 'addresses for the largest size, an update and 30 % more',
      });
    },
  }),
};
