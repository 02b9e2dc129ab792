import { machinesOf } from '../machines.ts';
import type { Mutation } from '../mutation.ts';

export const mutations: Mutation[] = [
  {
    name: 'one machine answers version 1 of the metadata service too',
    guideline: 'imdsv2-required',
    async apply({ ledger }) {
      const [machine] = await machinesOf(ledger);
      const set = async (HttpTokens: 'optional' | 'required') =>
        void (await ledger.ec2.modifyInstanceMetadataOptions({
          InstanceId: machine?.InstanceId,
          HttpTokens,
        }));
      await set('optional');
      return () => set('required');
    },
    expect: { 'imdsv2-required/ledger': 'fail' },
    observed: 'optional',
  },
];
