import { present } from '../../../testbed/awsClients.ts';
import { until } from '../../world/waiting.ts';
import type { Manifest } from '../../world/resources.ts';
import type { WorldSide } from '../../world/world.ts';
import { allBack, changeObject } from '../change.ts';
import type { Mutation } from '../mutation.ts';

/** AWS gives one interface at most fifty addresses. */
const ADDRESSES = 49;

/** The agent of the VPC CNI. */
const AGENT = '/apis/apps/v1/namespaces/kube-system/daemonsets/aws-node';

export const mutations: Mutation[] = [
  {
    name: 'interfaces of others have taken the addresses of one subnet',
    guideline: 'subnet-address-headroom',
    apply: ({ ledger: { ec2, network } }) =>
      taken(
        ec2,
        Array.from({ length: 5 }, () => ({
          SubnetId: network.privateSubnets[1],
          SecondaryPrivateIpAddressCount: ADDRESSES,
        })),
      ),
    expect: { 'subnet-address-headroom/ledger': 'fail' },
    observed: ({ ledger }) => ledger.network.privateSubnets[1] ?? '',
  },
  {
    name: 'one address is taken of every block of sixteen',
    guideline: 'subnet-address-headroom',
    apply: ({ auditor }) => brokenBlocks(auditor),
    expect: {},
    because: 'nodes take single addresses, and nearly all are free',
  },
  {
    name: 'nodes take whole blocks of sixteen, and of every one an address is taken',
    guideline: 'subnet-address-headroom',
    async apply({ auditor }) {
      const blocks = await brokenBlocks(auditor);
      return allBack(blocks, await delegatePrefixes(auditor));
    },
    expect: { 'subnet-address-headroom/auditor': 'fail' },
    observed: 'block',
  },
];

type Interfaces = Parameters<WorldSide['ec2']['createNetworkInterface']>[0][];

async function taken(ec2: WorldSide['ec2'], interfaces: Interfaces) {
  const made = await Promise.all(
    interfaces.map(one => ec2.createNetworkInterface(one)),
  );
  return async () => {
    await Promise.all(
      made.map(({ NetworkInterface }) =>
        ec2.deleteNetworkInterface({
          NetworkInterfaceId: NetworkInterface?.NetworkInterfaceId,
        }),
      ),
    );
  };
}

/** Of the last private subnet, whose /23 is 32 blocks. */
function brokenBlocks({ ec2, network }: WorldSide) {
  const SubnetId = present(network.privateSubnets[2]);
  return taken(
    ec2,
    Array.from({ length: 32 }, (_, block) => ({
      SubnetId,
      PrivateIpAddress: `10.1.${26 + Math.floor(block / 16)}.${(block % 16) * 16 + 14}`,
    })),
  );
}

interface Agent extends Manifest {
  metadata: Manifest['metadata'] & { generation: number };
  spec: {
    template: {
      spec: { containers: { env?: { name: string; value?: string }[] }[] };
    };
  };
  status: { observedGeneration: number; numberReady: number };
}

async function delegatePrefixes({ kube }: WorldSide) {
  const { spec } = await kube.get<Agent>(AGENT);
  const [first, ...others] = spec.template.spec.containers;
  const name = 'ENABLE_PREFIX_DELEGATION';
  const env = [
    ...(first?.env ?? []).filter(one => one.name !== name),
    { name, value: 'true' },
  ];
  const containers = [{ ...first, env }, ...others];
  const back = await changeObject(kube, AGENT, {
    spec: { template: { spec: { containers } } },
  });
  const atRest = () =>
    until(
      () => kube.get<Agent>(AGENT),
      ({ metadata, status }) =>
        status.observedGeneration === metadata.generation &&
        status.numberReady === 3,
    );
  await atRest();
  return async () => {
    await back();
    await atRest();
  };
}
