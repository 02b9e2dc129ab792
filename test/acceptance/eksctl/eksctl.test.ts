import type { ValidateFunction } from 'ajv';
import { startTestbed, type Testbed } from '../../testbed/startTestbed';
import { withTools } from '../../tools/withTools';
import { goldenSides } from '../goldenSides';
import {
  clusterConfigOf,
  dryRun,
  readSchema,
  schemaFlaws,
  withConfigFile,
  type ClusterConfig,
} from './eksctl';

const SIDES = goldenSides();

const NEW_VPCS = SIDES.filter(
  ({ environment, side }) => environment.spec[side].network.cidr,
);

/** A ClusterConfig that eksctl accepts, to be spoilt. */
function accepted(): ClusterConfig {
  const [first] = NEW_VPCS;
  if (!first) throw new Error('No golden environment has a new VPC.');
  return clusterConfigOf(first);
}

withTools(['eksctl', 'moto'], ({ eksctl, moto }) => {
  let schema: ValidateFunction;
  let testbed: Testbed;

  beforeAll(async () => {
    [schema, testbed] = await Promise.all([
      readSchema(eksctl.path),
      startTestbed(moto.path),
    ]);
  });

  afterAll(() => testbed?.stop());

  it('is the version that every golden environment names', () => {
    const named = SIDES.map(({ environment: { spec } }) => spec.eksctlVersion);
    expect([...new Set(named)]).toEqual([eksctl.version]);
  });

  describe('the schema of eksctl', () => {
    it.each(SIDES)('accepts the cluster of $title', goldenSide => {
      expect(schemaFlaws(schema, clusterConfigOf(goldenSide))).toEqual([]);
    });

    it('refuses an unknown key, however deep', () => {
      const clusterConfig = accepted();
      Object.assign(clusterConfig.vpc as object, {
        nat: { gatewayy: 'Single' },
      });
      expect(schemaFlaws(schema, clusterConfig)).toEqual([
        expect.stringContaining('"additionalProperty":"gatewayy"'),
      ]);
    });
  });

  describe('eksctl create cluster --dry-run', () => {
    it.each(SIDES)(
      'would create the cluster of $title as it is written',
      async goldenSide => {
        const { environment, side, path } = goldenSide;
        const { code, stderr, echoed } = await dryRun(eksctl.path, {
          file: path(`clusters/${side}.yaml`),
          env: await testbed.signIn(environment.spec[side].awsAccountId),
        });
        expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
        expect(echoed).toMatchObject(clusterConfigOf(goldenSide));
      },
    );

    it.each(NEW_VPCS)(
      'would create what the environment file of $title asks for',
      async ({ environment, side, path }) => {
        const { spec } = environment;
        const { network, nodes, clusterName, region, awsAccountId } =
          spec[side];
        const { echoed } = await dryRun(eksctl.path, {
          file: path(`clusters/${side}.yaml`),
          env: await testbed.signIn(awsAccountId),
        });
        expect(echoed).toMatchObject({
          metadata: {
            name: clusterName,
            region: region ?? spec.region,
            version: spec.kubernetesVersion,
          },
          availabilityZones: network.zones,
          vpc: { cidr: network.cidr },
          kubernetesNetworkConfig: { serviceIPv4CIDR: spec.serviceCidr },
          managedNodeGroups: expect.arrayContaining([
            expect.objectContaining({
              instanceTypes: nodes.instanceTypes,
              minSize: nodes.min,
              desiredCapacity: nodes.desired,
              maxSize: nodes.max,
              privateNetworking: true,
              volumeEncrypted: true,
            }),
          ]),
        });
      },
    );

    it.each([
      {
        title: 'an unknown key',
        spoil: { managedNodeGroup: [] },
        message: 'unknown field "managedNodeGroup"',
      },
      {
        title: 'a range that is no range',
        spoil: { vpc: { cidr: '10.1.0.0/33' } },
        message: 'invalid CIDR address: 10.1.0.0/33',
      },
      {
        title: 'a zone of another region',
        spoil: { availabilityZones: ['us-east-1a', 'us-east-1b'] },
        message: 'us-east-1a',
      },
      {
        title: 'a Kubernetes version that EKS does not offer',
        spoil: {
          metadata: { name: 'a', region: 'ap-northeast-1', version: '1.99' },
        },
        message: 'invalid version',
      },
    ])('refuses $title', async ({ spoil, message }) => {
      const env = await testbed.signIn('111111111111');
      const { code, stderr } = await withConfigFile(
        { ...accepted(), ...spoil },
        file => dryRun(eksctl.path, { file, env }),
      );
      expect(stderr).toContain(message);
      expect(code).toBe(1);
    });
  });
});
