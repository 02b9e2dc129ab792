import {
  DescribeRouteTablesCommand,
  DescribeSecurityGroupRulesCommand,
  DescribeVpcPeeringConnectionsCommand,
} from '@aws-sdk/client-ec2';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type BuiltAction,
  buildAction,
} from '@scalardl-on-eks/action-toolkit/testing';
import { startTestbed, type Testbed } from '../../testbed/startTestbed';
import { withTools } from '../../tools/withTools';
import { connectByAction } from './byAction';
import { connectByHand } from './byHand';
import { type End, type Pair, createPair, ec2Client } from './pair';
import { writeProfiles } from './profiles';

withTools(['moto', 'awscli'], ({ moto, awscli }) => {
  // Every command of the AWS CLI takes about a second.
  jest.setTimeout(180_000);

  describe('what the benchmark compares', () => {
    let testbed: Testbed;
    let action: BuiltAction;
    let directory: string;
    let env: Record<string, string>;

    beforeAll(async () => {
      testbed = await startTestbed(moto.path);
      action = await buildAction('create-peering');
      directory = await mkdtemp(join(tmpdir(), 'scalardl-on-eks-bench-'));
      env = await writeProfiles(testbed, directory);
    });

    afterAll(async () => {
      await testbed?.stop();
      await action?.remove();
      await rm(directory, { recursive: true, force: true });
    });

    /** Peering, routes and rules of one end, without the ids that differ from pair to pair. */
    async function stateOf(end: End): Promise<object> {
      const ec2 = await ec2Client(testbed, end.account);
      const { VpcPeeringConnections = [] } = await ec2.send(
        new DescribeVpcPeeringConnectionsCommand({}),
      );
      const peering = VpcPeeringConnections.filter(
        ({ RequesterVpcInfo, AccepterVpcInfo }) =>
          [RequesterVpcInfo?.VpcId, AccepterVpcInfo?.VpcId].includes(end.vpc),
      ).map(({ Status, RequesterVpcInfo, AccepterVpcInfo }) => ({
        status: Status?.Code,
        dns: [RequesterVpcInfo, AccepterVpcInfo].map(
          info => info?.PeeringOptions?.AllowDnsResolutionFromRemoteVpc,
        ),
      }));
      const { RouteTables = [] } = await ec2.send(
        new DescribeRouteTablesCommand({
          Filters: [{ Name: 'vpc-id', Values: [end.vpc] }],
        }),
      );
      const routes = RouteTables.map(({ Routes = [] }) =>
        Routes.map(({ DestinationCidrBlock, State, ...target }) => [
          DestinationCidrBlock,
          State,
          target.VpcPeeringConnectionId ? 'peering' : target.GatewayId,
        ]).sort(),
      ).sort();
      const { SecurityGroupRules = [] } = await ec2.send(
        new DescribeSecurityGroupRulesCommand({
          Filters: [{ Name: 'group-id', Values: [end.group] }],
        }),
      );
      const rules = SecurityGroupRules.map(
        ({ IsEgress, IpProtocol, FromPort, ToPort, CidrIpv4 }) =>
          [IsEgress, IpProtocol, FromPort, ToPort, CidrIpv4].join(' '),
      ).sort();
      return { peering, routes, rules };
    }

    const states = async ({ requester, accepter }: Pair) => ({
      requester: await stateOf(requester),
      accepter: await stateOf(accepter),
    });

    it('ends in the same world by hand and by the action', async () => {
      const byHand = await createPair(testbed, 1);
      const byAction = await createPair(testbed, 1);
      await connectByHand(byHand, { aws: awscli.path, env });
      await connectByAction(byAction, { action, env, directory });
      const expected = await states(byHand);
      expect(await states(byAction)).toEqual(expected);
      // Either account sees only its own options.
      expect(expected).toMatchObject({
        requester: { peering: [{ status: 'active', dns: [true, undefined] }] },
        accepter: { peering: [{ status: 'active', dns: [undefined, true] }] },
      });
    });
  });
});
