/* eslint-disable jest/no-standalone-expect -- a scenario, which a test awaits */
import { ElasticLoadBalancingV2 } from '@aws-sdk/client-elastic-load-balancing-v2';
import { clientOptions, ec2 } from '../../../testbed/awsClients.ts';
import { REGION, smallCluster } from '../clusterConfig.ts';
import type { EksctlBed, Tenant } from '../eksctlBed.ts';
import { changedNothing, type Scenario, succeeded } from '../scenario.ts';

const NAME = 'rarely';
const KEY = `arn:aws:kms:${REGION}:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab`;

/** A file that leaves the zones to eksctl. */
const WITHOUT_ZONES = smallCluster({ name: NAME }).replace(
  /availabilityZones:\n(?: {2}- .+\n)+/,
  '',
);

export const rarely: Scenario = {
  title:
    'chooses zones, encrypts Secrets, and names the load balancers that are left, where a file or a cluster asks for it',
  async run(bed) {
    expect(WITHOUT_ZONES).not.toContain('availabilityZones');
    const tenant = await bed.tenant(NAME, WITHOUT_ZONES);
    succeeded(await tenant.run());
    expect((await tenant.world()).subnets).toBeGreaterThanOrEqual(4);

    await tenant.write(
      `${WITHOUT_ZONES}secretsEncryption: {keyARN: "${KEY}"}\n`,
    );
    const encryption = succeeded(await tenant.run());
    expect(encryption.writes).toEqual(['eks:AssociateEncryptionConfig']);
    expect(encryption.summary).toContain('Secrets are encrypted with');
    changedNothing(succeeded(await tenant.run()));

    await leaveLoadBalancers(bed, tenant);
    const deletion = succeeded(
      await tenant.run({ inputs: { mode: 'delete' } }),
    );
    const left = deletion.stdout.match(/Left behind: load balancer \S+/g);
    expect(left).toEqual([
      expect.stringMatching(/^Left behind: load balancer net\/of-cluster\//),
    ]);
  },
};

/** One that a controller made for the cluster and one of somebody else, in a network that stays. */
async function leaveLoadBalancers(
  { testbed }: EksctlBed,
  { account }: Tenant,
): Promise<void> {
  const place = { account, region: REGION };
  const network = await ec2(testbed, place);
  const { Subnets = [] } = await network.describeSubnets({
    Filters: [{ Name: 'default-for-az', Values: ['true'] }],
  });
  const balancing = new ElasticLoadBalancingV2(
    await clientOptions(testbed, place),
  );
  const common = {
    Type: 'network' as const,
    Scheme: 'internal' as const,
    Subnets: Subnets.flatMap(({ SubnetId }) => SubnetId ?? []),
  };
  await balancing.createLoadBalancer({
    ...common,
    Name: 'of-cluster',
    Tags: [{ Key: 'elbv2.k8s.aws/cluster', Value: NAME }],
  });
  await balancing.createLoadBalancer({
    ...common,
    Name: 'of-somebody-else',
    Tags: [{ Key: 'elbv2.k8s.aws/cluster', Value: 'other' }],
  });
}
