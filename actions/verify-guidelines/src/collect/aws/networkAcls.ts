import type { NetworkAclEntry } from '@aws-sdk/client-ec2';
import type { LiveNetworkAclEntry } from '@scalardl-on-eks/plugin-scalardl-common';
import { collector, valueOf } from '../collector';
import { list } from './call';
import { ec2 } from './clients';
import { inVpc } from './inVpc';
import { present } from './present';

export const networkAcls = collector({
  fact: 'networkAcls',
  needs: ['cluster'],
  aws: ['ec2:DescribeNetworkAcls'],
  async collect(access, given) {
    const { vpcId } = valueOf(given, 'cluster');
    const { client, paginateDescribeNetworkAcls } = await ec2(access);
    const found = await list(access, {
      action: 'ec2:DescribeNetworkAcls',
      about: `of ${vpcId}`,
      pages: options =>
        paginateDescribeNetworkAcls(
          { client, pageSize: 1000 },
          { Filters: inVpc(vpcId) },
          options,
        ),
      items: page => page.NetworkAcls,
    });
    return found.map(
      ({ NetworkAclId = '', Associations = [], Entries = [] }) => ({
        id: NetworkAclId,
        subnetIds: present(Associations.map(({ SubnetId }) => SubnetId)),
        entries: Entries.map(understand),
      }),
    );
  },
});

function understand(entry: NetworkAclEntry): LiveNetworkAclEntry {
  const { From, To } = entry.PortRange ?? {};
  return {
    ruleNumber: entry.RuleNumber ?? 0,
    egress: entry.Egress ?? false,
    protocol: entry.Protocol ?? '-1',
    cidr: entry.CidrBlock,
    ipv6Cidr: entry.Ipv6CidrBlock,
    ports:
      From === undefined || To === undefined
        ? undefined
        : { from: From, to: To },
    allow: entry.RuleAction === 'allow',
  };
}
