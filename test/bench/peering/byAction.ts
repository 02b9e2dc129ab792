import type { BuiltAction } from '@scalardl-on-eks/action-toolkit/testing';
import { stringify } from 'yaml';
import { type End, type Pair, REGION } from './pair';

/** Connects the pair with `create-peering`, as a step of a workflow. */
export async function connectByAction(
  { requester, accepter }: Pair,
  {
    action,
    env,
    directory,
  }: { action: BuiltAction; env: Record<string, string>; directory: string },
): Promise<void> {
  const { exitCode, stdout, stderr } = await action.asStep({
    directory,
    env,
    today: true,
    inputs: {
      networks: stringify([
        network('requester', requester),
        network('accepter', accepter),
      ]),
      connections: stringify([
        {
          from: 'requester',
          to: 'accepter',
          ports: { from: requester.ports, to: accepter.ports },
        },
      ]),
    },
  });
  if (exitCode !== 0) {
    throw new Error(
      `create-peering ended with ${exitCode}:\n${stdout}${stderr}`,
    );
  }
}

function network(name: string, end: End): object {
  return {
    name,
    region: REGION,
    vpcId: end.vpc,
    account: end.account,
    profile: name,
    subnets: end.subnets,
    securityGroups: [end.group],
  };
}
