import { EC2 } from '@aws-sdk/client-ec2';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { withTools } from '../tools/withTools';
import {
  clientOptions,
  createRouteTable,
  createSecurityGroup,
  createVpc,
  LEDGER,
  present,
} from './awsClients';
import { controlClient } from './controlClient';
import { createPair, describePeering, request } from './peerings';

const PROGRAM = `
import sys
from moto.server import ThreadedMotoServer
server = ThreadedMotoServer("127.0.0.1", 0, verbose=False)
server.start()
print("http://%s:%d" % server.get_host_and_port(), flush=True)
sys.stdin.buffer.read()
server.stop()
`;

// Why the bed is needed: what it refuses in the tests beside this one, moto by itself lets pass. Where one of
// these fails after an update of moto, the bed's own code for it may have become superfluous.
withTools(['moto'], ({ moto }) => {
  describe('moto alone', () => {
    let server: ChildProcess;
    let ledger: EC2;

    beforeAll(async () => {
      server = spawn(moto.path, ['-c', PROGRAM], {
        stdio: ['pipe', 'pipe', 'ignore'],
      });
      const lines = createInterface(present(server.stdout));
      const [url] = (await once(lines, 'line')) as [string];
      ledger = new EC2(await clientOptions(controlClient(url), LEDGER));
    }, 180_000);
    afterAll(async () => {
      if (!server) return;
      const closed = once(server, 'close');
      server.stdin?.end();
      await closed;
    });

    it('lets overlapping VPCs wait for acceptance', async () => {
      const pair = {
        requester: ledger,
        accepter: ledger,
        vpc: await createVpc(ledger, '10.1.0.0/16'),
        peerVpc: await createVpc(ledger, '10.1.0.0/16'),
      };
      const id = await request(pair);
      expect((await describePeering(ledger, id)).Status?.Code).toBe(
        'pending-acceptance',
      );
    });

    it('makes a second peering of the same VPCs', async () => {
      const pair = await createPair(ledger);
      const ids = [await request(pair), await request(pair)];
      expect(new Set(ids).size).toBe(2);
    });

    it('takes a peering for active at once, and its routes for ever', async () => {
      const pair = await createPair(ledger);
      const id = await request(pair);
      await ledger.acceptVpcPeeringConnection({ VpcPeeringConnectionId: id });
      expect((await describePeering(ledger, id)).Status?.Code).toBe('active');
      const table = await createRouteTable(ledger, pair.vpc);
      await ledger.createRoute({
        RouteTableId: table,
        DestinationCidrBlock: '10.2.0.0/16',
        VpcPeeringConnectionId: id,
      });
      await ledger.deleteVpcPeeringConnection({ VpcPeeringConnectionId: id });
      const { RouteTables } = await ledger.describeRouteTables({
        RouteTableIds: [table],
      });
      expect(RouteTables?.[0]?.Routes?.at(-1)?.State).toBe('active');
    });

    it('routes to a peering of other VPCs', async () => {
      const pair = await createPair(ledger);
      const id = await request(pair);
      const foreign = await createVpc(ledger, '10.3.0.0/16');
      await ledger.createRoute({
        RouteTableId: await createRouteTable(ledger, foreign),
        DestinationCidrBlock: '10.2.0.0/16',
        VpcPeeringConnectionId: id,
      });
      const { RouteTables } = await ledger.describeRouteTables({
        Filters: [{ Name: 'route.vpc-peering-connection-id', Values: [id] }],
      });
      expect(RouteTables?.[0]?.VpcId).toBe(foreign);
    });

    it('answers with nothing about peerings and prefix lists that do not exist', async () => {
      const { VpcPeeringConnections } =
        await ledger.describeVpcPeeringConnections({
          VpcPeeringConnectionIds: ['pcx-0123456789abcdef0'],
        });
      const { PrefixLists } = await ledger.describeManagedPrefixLists({
        PrefixListIds: ['pl-0123456789abcdef0'],
      });
      expect([VpcPeeringConnections, PrefixLists]).toEqual([[], []]);
    });

    it('ignores filters of peerings', async () => {
      await request(await createPair(ledger));
      const { VpcPeeringConnections } =
        await ledger.describeVpcPeeringConnections({
          Filters: [{ Name: 'status-code', Values: ['none of these'] }],
        });
      expect(VpcPeeringConnections?.length).toBeGreaterThan(0);
    });

    it('deletes a VPC with its security groups in place', async () => {
      const VpcId = await createVpc(ledger, '10.4.0.0/16');
      await createSecurityGroup(ledger, VpcId);
      await ledger.deleteVpc({ VpcId });
      await expect(
        ledger.describeVpcs({ VpcIds: [VpcId] }),
      ).rejects.toMatchObject({ name: 'InvalidVpcID.NotFound' });
    });

    it('keeps a part of the rules of a request that it refuses', async () => {
      const VpcId = await createVpc(ledger, '10.5.0.0/16');
      const GroupId = await createSecurityGroup(ledger, VpcId);
      const permission = (FromPort: number) => ({
        IpProtocol: 'tcp',
        FromPort,
        ToPort: FromPort,
        IpRanges: [{ CidrIp: '10.2.0.0/16' }],
      });
      await expect(
        ledger.authorizeSecurityGroupIngress({
          GroupId,
          IpPermissions: [permission(1), permission(1)],
        }),
      ).rejects.toMatchObject({ name: 'InvalidPermission.Duplicate' });
      const { SecurityGroups } = await ledger.describeSecurityGroups({
        GroupIds: [GroupId],
      });
      expect(SecurityGroups?.[0]?.IpPermissions?.length).toBe(1);
    });
  });
});
