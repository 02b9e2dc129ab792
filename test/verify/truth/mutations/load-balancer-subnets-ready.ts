import type { WorldSide } from '../../world/world.ts';
import { allBack, changeObject } from '../change.ts';
import type { Mutation } from '../mutation.ts';
import { pathsOf } from '../paths.ts';
import { addSubnet } from '../subnet.ts';

const ROLE = 'kubernetes.io/role/internal-elb';

export const mutations: Mutation[] = [
  {
    name: 'a subnet carries the tag of another cluster, so that the controller leaves it out',
    guideline: 'load-balancer-subnets-ready',
    apply: ({ auditor }) =>
      tagged(auditor, 'kubernetes.io/cluster/other', 'owned'),
    expect: { 'load-balancer-subnets-ready/auditor': 'fail' },
    observed: 'kubernetes.io/cluster/other',
  },
  {
    name: 'a subnet carries the tags of two clusters, its own among them',
    guideline: 'load-balancer-subnets-ready',
    async apply({ ledger }) {
      const own = `kubernetes.io/cluster/${ledger.plan.cluster}`;
      return allBack(
        await tagged(ledger, own, 'shared'),
        await tagged(ledger, 'kubernetes.io/cluster/other', 'shared'),
      );
    },
    expect: {},
    because: 'the subnet is shared, and not foreign',
  },
  {
    name: 'the tag says true where the controller reads 1',
    guideline: 'load-balancer-subnets-ready',
    apply: ({ ledger }) => role(ledger, 'true'),
    expect: { 'load-balancer-subnets-ready/ledger': 'fail' },
    observed: 'with the value true',
  },
  {
    name: 'the tag has no value',
    guideline: 'load-balancer-subnets-ready',
    apply: ({ auditor }) => role(auditor, ''),
    expect: {},
    because: 'the controller takes an empty value for 1',
  },
  {
    name: 'a subnet lacks the tag, and the Service names its subnets itself',
    guideline: 'load-balancer-subnets-ready',
    async apply({ ledger }) {
      const { kube, plan, network } = ledger;
      const named = await changeObject(kube, pathsOf(plan).envoyService, {
        metadata: {
          annotations: {
            'service.beta.kubernetes.io/aws-load-balancer-subnets':
              network.privateSubnets.join(','),
          },
        },
      });
      return allBack(named, await role(ledger, undefined));
    },
    expect: {},
    because: 'tags mean nothing where subnets are named',
  },
  {
    name: 'the tagged subnet of a zone has seven addresses left',
    guideline: 'load-balancer-subnets-ready',
    async apply({ auditor }) {
      const { ec2 } = auditor;
      const small = await addSubnet(auditor, {
        cidr: '10.1.28.0/28',
        tags: { [ROLE]: '1' },
      });
      const untagged = await role(auditor, undefined);
      const { NetworkInterface } = await ec2.createNetworkInterface({
        SubnetId: small.id,
        SecondaryPrivateIpAddressCount: 3,
      });
      const NetworkInterfaceId = NetworkInterface?.NetworkInterfaceId;
      return allBack(small.remove, untagged, async () => {
        await ec2.deleteNetworkInterface({ NetworkInterfaceId });
      });
    },
    expect: { 'load-balancer-subnets-ready/auditor': 'fail' },
    observed: '7',
  },
];

/** Gives the first private subnet one tag more. */
async function tagged({ ec2, network }: WorldSide, Key: string, Value: string) {
  const change = {
    Resources: network.privateSubnets.slice(0, 1),
    Tags: [{ Key, Value }],
  };
  await ec2.createTags(change);
  return async () => void (await ec2.deleteTags(change));
}

/** Changes or takes away the tag by which the controller finds the first private subnet. */
async function role({ ec2, network }: WorldSide, Value?: string) {
  const Resources = network.privateSubnets.slice(0, 1);
  const set = (Tag: { Key: string; Value?: string }) =>
    ec2.createTags({ Resources, Tags: [Tag] });
  if (Value === undefined) {
    await ec2.deleteTags({ Resources, Tags: [{ Key: ROLE }] });
  } else {
    await set({ Key: ROLE, Value });
  }
  return async () => void (await set({ Key: ROLE, Value: '1' }));
}
