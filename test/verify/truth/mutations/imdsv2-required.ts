import type { ModifyInstanceMetadataOptionsRequest } from '@aws-sdk/client-ec2';
import type { WorldSide } from '../../world/world.ts';
import { machinesOf } from '../machines.ts';
import type { Mutation } from '../mutation.ts';

export const mutations: Mutation[] = [
  {
    name: 'one machine answers version 1 of the metadata service too',
    guideline: 'imdsv2-required',
    apply: ({ ledger }) => metadataOf(ledger, { HttpTokens: 'optional' }),
    expect: { 'imdsv2-required/ledger': 'fail' },
    observed: 'optional',
  },
  {
    name: 'one machine asks for no tokens, and has no metadata service',
    guideline: 'imdsv2-required',
    apply: ({ auditor }) =>
      metadataOf(auditor, { HttpTokens: 'optional', HttpEndpoint: 'disabled' }),
    expect: {},
    because: 'what is switched off answers nobody',
  },
];

/** Changes the metadata service of one machine. */
async function metadataOf(
  side: WorldSide,
  change: Omit<ModifyInstanceMetadataOptionsRequest, 'InstanceId'>,
) {
  const [machine] = await machinesOf(side);
  const InstanceId = machine?.InstanceId;
  await side.ec2.modifyInstanceMetadataOptions({ InstanceId, ...change });
  return async () =>
    void (await side.ec2.modifyInstanceMetadataOptions({
      InstanceId,
      HttpTokens: 'required',
      HttpEndpoint: 'enabled',
    }));
}
