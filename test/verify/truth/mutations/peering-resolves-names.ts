import type { Mutation } from '../mutation.ts';

export const mutations: Mutation[] = [
  {
    name: 'the accepter alone does not resolve names',
    guideline: 'peering-resolves-names',
    async apply({ ledger, peeringId }) {
      const set = async (AllowDnsResolutionFromRemoteVpc: boolean) =>
        void (await ledger.ec2.modifyVpcPeeringConnectionOptions({
          VpcPeeringConnectionId: peeringId,
          AccepterPeeringConnectionOptions: { AllowDnsResolutionFromRemoteVpc },
        }));
      await set(false);
      return () => set(true);
    },
    expect: { 'peering-resolves-names/pair': 'fail' },
  },
  {
    name: 'the requester alone does not resolve names',
    guideline: 'peering-resolves-names',
    async apply({ auditor, peeringId }) {
      const set = async (AllowDnsResolutionFromRemoteVpc: boolean) =>
        void (await auditor.ec2.modifyVpcPeeringConnectionOptions({
          VpcPeeringConnectionId: peeringId,
          RequesterPeeringConnectionOptions: {
            AllowDnsResolutionFromRemoteVpc,
          },
        }));
      await set(false);
      return () => set(true);
    },
    expect: { 'peering-resolves-names/pair': 'fail' },
    observed: 'Auditor',
  },
];
