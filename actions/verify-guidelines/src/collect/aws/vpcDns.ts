import { collector, valueOf } from '../collector';
import type { SideAccess } from '../sideAccess';
import { call } from './call';
import { ec2 } from './clients';

export const vpcDns = collector({
  fact: 'vpcDns',
  needs: ['cluster'],
  aws: ['ec2:DescribeVpcAttribute'],
  async collect(access, given) {
    const { vpcId } = valueOf(given, 'cluster');
    const [support, hostnames] = await Promise.all([
      readAttribute(access, vpcId, 'enableDnsSupport'),
      readAttribute(access, vpcId, 'enableDnsHostnames'),
    ]);
    return {
      support: support.EnableDnsSupport?.Value ?? false,
      hostnames: hostnames.EnableDnsHostnames?.Value ?? false,
    };
  },
});

/** AWS answers one attribute a call. */
async function readAttribute(
  access: SideAccess,
  VpcId: string,
  Attribute: 'enableDnsSupport' | 'enableDnsHostnames',
) {
  const { client, DescribeVpcAttributeCommand } = await ec2(access);
  return call(
    access,
    {
      action: 'ec2:DescribeVpcAttribute',
      about: `of ${VpcId} (${Attribute})`,
    },
    options =>
      client.send(
        new DescribeVpcAttributeCommand({ VpcId, Attribute }),
        options,
      ),
  );
}
