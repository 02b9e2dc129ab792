import type { Mutation } from '../mutation.ts';

/** AWS gives one interface at most fifty addresses. */
const ADDRESSES = 49;

export const mutations: Mutation[] = [
  {
    name: 'interfaces of others have taken the addresses of one subnet',
    guideline: 'subnet-address-headroom',
    async apply({ ledger: { ec2, network } }) {
      const made = await Promise.all(
        Array.from({ length: 5 }, () =>
          ec2.createNetworkInterface({
            SubnetId: network.privateSubnets[1],
            SecondaryPrivateIpAddressCount: ADDRESSES,
          }),
        ),
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
    },
    expect: { 'subnet-address-headroom/ledger': 'fail' },
    observed: ({ ledger }) => ledger.network.privateSubnets[1] ?? '',
  },
];
