import type { DhcpOptions } from '@aws-sdk/client-ec2';
import { collector, valueOf } from '../collector';
import type { SideAccess } from '../sideAccess';
import { list } from './call';
import { ec2 } from './clients';
import { inVpc } from './inVpc';
import { present } from './present';

const KEY = 'domain-name-servers';

export const nameServers = collector({
  fact: 'nameServers',
  needs: ['cluster'],
  aws: ['ec2:DescribeDhcpOptions', 'ec2:DescribeVpcs'],
  async collect(access, given) {
    const { vpcId } = valueOf(given, 'cluster');
    const id = await readOptionsId(access, vpcId);
    // A VPC without a set of options hands out no name server, which is not what it is made with.
    const options = id === 'default' ? [] : await readOptions(access, id);
    return options.flatMap(nameServersOf);
  },
});

async function readOptionsId(access: SideAccess, vpcId: string) {
  const { client, paginateDescribeVpcs } = await ec2(access);
  const [vpc] = await list(access, {
    action: 'ec2:DescribeVpcs',
    about: `of ${vpcId}`,
    pages: options =>
      paginateDescribeVpcs({ client }, { Filters: inVpc(vpcId) }, options),
    items: page => page.Vpcs,
  });
  return vpc?.DhcpOptionsId ?? 'default';
}

async function readOptions(access: SideAccess, id: string) {
  const { client, paginateDescribeDhcpOptions } = await ec2(access);
  return list(access, {
    action: 'ec2:DescribeDhcpOptions',
    about: `of ${id}`,
    pages: options =>
      paginateDescribeDhcpOptions(
        { client },
        { Filters: [{ Name: 'dhcp-options-id', Values: [id] }] },
        options,
      ),
    items: page => page.DhcpOptions,
  });
}

function nameServersOf({ DhcpConfigurations = [] }: DhcpOptions): string[] {
  const found = DhcpConfigurations.find(({ Key }) => Key === KEY);
  return present((found?.Values ?? []).map(({ Value }) => Value));
}
