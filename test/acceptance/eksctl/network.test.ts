import { splitVpc } from '@scalardl-on-eks/plugin-scalardl-common';
import { parse } from 'yaml';
import { startTestbed, type Testbed } from '../../testbed/startTestbed';
import { withTools } from '../../tools/withTools';
import { goldenSides, type GoldenSide } from '../goldenSides';
import { createNetwork } from './createNetwork';
import {
  createUntilStack,
  printedSubnets,
  type PrintedSubnet,
} from './createUntilStack';
import { clusterConfigOf, withConfigFile, type ClusterConfig } from './eksctl';

const NEW_VPCS = goldenSides().filter(
  ({ environment, side }) => environment.spec[side].network.cidr,
);

const EXISTING_VPCS = goldenSides().filter(
  ({ environment, side }) => environment.spec[side].network.existing,
);

withTools(['eksctl', 'moto'], ({ eksctl, moto }) => {
  let testbed: Testbed;

  beforeAll(async () => {
    testbed = await startTestbed(moto.path);
  });

  afterAll(() => testbed?.stop());

  describe('the subnets that eksctl cuts', () => {
    it.each(NEW_VPCS)('are those we promise for $title', async goldenSide => {
      const { environment, side } = goldenSide;
      const { network, awsAccountId } = environment.spec[side];
      const cut = await subnetsCut(clusterConfigOf(goldenSide), awsAccountId);
      expect(cut).toEqual(subnetsPromised(network.cidr, network.zones));
    });

    it.each([
      { cidr: '10.0.0.0/16', zones: ['a', 'b'] },
      { cidr: '10.0.0.0/24', zones: ['c', 'a', 'b'] },
      { cidr: '172.20.240.0/21', zones: ['a', 'b', 'c', 'd'] },
      { cidr: '10.9.16.0/20', zones: ['f', 'e', 'd', 'c', 'b', 'a'] },
    ])(
      'are those we promise for $cidr over $zones',
      async ({ cidr, zones }) => {
        const { clusterConfig, names } = plainCluster(cidr, zones);
        const cut = await subnetsCut(clusterConfig, '111111111111');
        expect(cut).toEqual(subnetsPromised(cidr, names));
      },
    );

    it('are none for a range that neither eksctl nor we cut', async () => {
      const { clusterConfig, names } = plainCluster('10.0.0.0/15', ['a', 'b']);
      const env = await testbed.signIn('111111111111');
      const { code, stderr } = await withConfigFile(clusterConfig, file =>
        createUntilStack(eksctl.path, { file, env }),
      );
      expect(stderr).toContain('VPC CIDR prefix must be between /16 and /24');
      expect(code).toBe(1);
      expect(splitVpc('10.0.0.0/15', names)).toMatchObject({ ok: false });
    });

    async function subnetsCut(
      clusterConfig: ClusterConfig,
      accountId: string,
    ): Promise<PrintedSubnet[]> {
      const env = await testbed.signIn(accountId);
      const outcome = await withConfigFile(clusterConfig, file =>
        createUntilStack(eksctl.path, { file, env }),
      );
      return printedSubnets(outcome).sort(byCidr);
    }

    function subnetsPromised(
      cidr = '',
      zones: readonly string[] = [],
    ): PrintedSubnet[] {
      const split = splitVpc(cidr, zones);
      if (!split.ok) throw new Error(split.reason);
      return split.subnets
        .map(subnet => ({
          zone: subnet.zone,
          kind: subnet.kind,
          cidr: subnet.cidr,
        }))
        .sort(byCidr);
    }
  });

  describe('a VPC that is there already', () => {
    it.each(EXISTING_VPCS)(
      'is taken with the subnets of $title',
      async goldenSide => {
        const { code, stdout, stderr } = await createInExisting(goldenSide);
        expect({ code, stderr }).toEqual({ code: null, stderr: '' });
        const { existing } =
          goldenSide.environment.spec[goldenSide.side].network;
        for (const { zone, cidr } of existing?.privateSubnets ?? []) {
          expect(stdout).toMatch(
            new RegExp(`using existing VPC .*private:.* ${zone} ${cidr} `),
          );
        }
      },
    );

    it('is refused where it is not there', async () => {
      const [goldenSide] = EXISTING_VPCS;
      if (!goldenSide) throw new Error('No golden environment has a VPC.');
      const { environment, side, path } = goldenSide;
      const { code, stderr } = await createUntilStack(eksctl.path, {
        file: path(`clusters/${side}.yaml`),
        env: await testbed.signIn(environment.spec[side].awsAccountId),
      });
      expect(stderr).toContain('InvalidVpcID.NotFound');
      expect(code).toBe(1);
    });

    /** Runs eksctl on the golden's file in a network that was made for it. */
    async function createInExisting({ environment, side, read }: GoldenSide) {
      const { spec } = environment;
      const { existing } = spec[side].network;
      if (!existing) throw new Error('The environment has no existing VPC.');
      const env = await testbed.signIn(spec[side].awsAccountId);
      const ids = await createNetwork(existing, {
        env,
        region: spec[side].region ?? spec.region,
      });
      const text = [...ids].reduce(
        (file, [written, actual]) => file.replaceAll(written, actual),
        read(`clusters/${side}.yaml`),
      );
      return withConfigFile(parse(text), file =>
        createUntilStack(eksctl.path, { file, env }),
      );
    }
  });
});

/** A cluster of three lines in us-east-1, for zones by letter. */
function plainCluster(cidr: string, zones: readonly string[]) {
  const names = zones.map(letter => `us-east-1${letter}`);
  const clusterConfig: ClusterConfig = {
    apiVersion: 'eksctl.io/v1alpha5',
    kind: 'ClusterConfig',
    metadata: { name: 'split', region: 'us-east-1', version: '1.35' },
    availabilityZones: names,
    vpc: { cidr },
  };
  return { clusterConfig, names };
}

function byCidr(a: PrintedSubnet, b: PrintedSubnet): number {
  return a.cidr.localeCompare(b.cidr);
}
