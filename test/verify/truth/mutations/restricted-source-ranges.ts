import { createSecurityGroup } from '../../../testbed/awsClients.ts';
import { allBack, changeObject } from '../change.ts';
import { allowIngress, balancerGroupOf, tcp } from '../ingress.ts';
import type { Mutation } from '../mutation.ts';
import { pathsOf } from '../paths.ts';
import { createPrefixList } from '../prefixList.ts';
import { until } from '../../world/waiting.ts';
import type { WorldSide } from '../../world/world.ts';

const ANNOTATION = 'service.beta.kubernetes.io/load-balancer-source-ranges';

export const mutations: Mutation[] = [
  {
    name: 'the Service names no ranges, so that its controller admits everybody',
    guideline: 'restricted-source-ranges',
    async apply({ ledger }) {
      const back = await changeObject(
        ledger.kube,
        pathsOf(ledger.plan).envoyService,
        { metadata: { annotations: { [ANNOTATION]: null } } },
      );
      await admitsEverybody(ledger, true);
      return async () => {
        await back();
        await admitsEverybody(ledger, false);
      };
    },
    expect: { 'restricted-source-ranges/ledger': 'fail' },
    observed: '0.0.0.0/0',
  },
  {
    name: 'the Service names ranges, and somebody added two halves of everything',
    guideline: 'restricted-source-ranges',
    async apply({ auditor: { ec2, plan } }) {
      const group = await balancerGroupOf(ec2, plan);
      const halves = ['0.0.0.0/1', '128.0.0.0/1'];
      return allowIngress(ec2, group, tcp([40052, 40052], ...halves));
    },
    expect: { 'restricted-source-ranges/auditor': 'fail' },
    observed: '40052',
  },
  {
    name: 'one half of everything is admitted',
    guideline: 'restricted-source-ranges',
    async apply({ auditor: { ec2, plan } }) {
      const group = await balancerGroupOf(ec2, plan);
      return allowIngress(ec2, group, tcp([40052, 40052], '0.0.0.0/1'));
    },
    expect: {},
    because: 'wide as it is, it names a range',
  },
  {
    name: 'a prefix list and a rule admit everybody together',
    guideline: 'restricted-source-ranges',
    async apply({ ledger: { ec2, plan } }) {
      const group = await balancerGroupOf(ec2, plan);
      const list = await createPrefixList(ec2, '0.0.0.0/2', '64.0.0.0/2');
      const rule = await allowIngress(ec2, group, {
        ...tcp([50051, 50051], '128.0.0.0/1'),
        PrefixListIds: [{ PrefixListId: list.id }],
      });
      return allBack(list.remove, rule);
    },
    expect: { 'restricted-source-ranges/ledger': 'fail' },
    observed: '50051',
  },
  {
    name: 'the nodes admit everybody on the node ports, as the cloud provider does',
    guideline: 'restricted-source-ranges',
    apply: ({ auditor: { ec2, cluster } }) =>
      allowIngress(ec2, cluster.clusterGroup, tcp([30000, 32767], '0.0.0.0/0')),
    expect: { 'restricted-source-ranges/auditor': 'fail' },
    observed: '0.0.0.0/0',
  },
  {
    name: 'the nodes admit everybody on a port that no Service has',
    guideline: 'restricted-source-ranges',
    apply: ({ auditor: { ec2, cluster } }) =>
      allowIngress(ec2, cluster.clusterGroup, tcp([22, 22], '0.0.0.0/0')),
    expect: {},
    because: 'nothing of the product stands behind it',
  },
  {
    name: 'a group that nobody holds admits everything from everywhere',
    guideline: 'restricted-source-ranges',
    async apply({ ledger: { ec2, network } }) {
      const GroupId = await createSecurityGroup(ec2, network.vpcId, 'open');
      await allowIngress(ec2, GroupId, {
        IpProtocol: '-1',
        IpRanges: [{ CidrIp: '0.0.0.0/0' }],
      });
      return async () => void (await ec2.deleteSecurityGroup({ GroupId }));
    },
    expect: {},
    because: 'no load balancer and no node holds it',
  },
];

/** Waits for the controller. */
async function admitsEverybody(
  { ec2, plan }: WorldSide,
  wanted: boolean,
): Promise<void> {
  const group = await balancerGroupOf(ec2, plan);
  await until(
    async () => {
      const { SecurityGroups } = await ec2.describeSecurityGroups({
        GroupIds: [group],
      });
      return SecurityGroups?.[0]?.IpPermissions?.some(({ IpRanges }) =>
        IpRanges?.some(({ CidrIp }) => CidrIp === '0.0.0.0/0'),
      );
    },
    open => open === wanted,
  );
}
