import { randomUUID } from 'node:crypto';
import { present } from '../../testbed/awsClients.ts';
import { callResolver } from '../../testbed/resolver/callResolver.ts';
import type { Undo } from '../world/kube.ts';
import type { World, WorldSide } from '../world/world.ts';

/** What a rule is to be like. */
interface RuleWish {
  /** Without the dot at the end; `.` for every name. */
  readonly domain: string;
  readonly type: 'FORWARD' | 'SYSTEM';
}

/** Associates a new rule of Route 53 Resolver with the VPC of a side. */
export async function addResolverRule(
  { testbed }: Pick<World, 'testbed'>,
  { place, network }: Pick<WorldSide, 'place' | 'network'>,
  { domain, type }: RuleWish,
): Promise<Undo> {
  const call = <T>(operation: string, input: object) =>
    callResolver<T>(testbed, place, { operation, input });
  const name = `rule-${randomUUID().slice(0, 8)}`;
  const { ResolverRule } = await call<{ ResolverRule?: { Id: string } }>(
    'CreateResolverRule',
    {
      CreatorRequestId: name,
      Name: name,
      RuleType: type,
      DomainName: domain,
      ...(type === 'FORWARD' && { TargetIps: [{ Ip: '10.9.0.2', Port: 53 }] }),
    },
  );
  const ResolverRuleId = present(ResolverRule?.Id);
  const ids = { ResolverRuleId, VPCId: network.vpcId };
  await call('AssociateResolverRule', { ...ids, Name: name });
  return async () => {
    await call('DisassociateResolverRule', ids);
    await call('DeleteResolverRule', { ResolverRuleId });
  };
}
