import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ec2 } from '../../../testbed/awsClients.ts';
import { REGION } from '../clusterConfig.ts';
import type { EksctlBed, Tenant } from '../eksctlBed.ts';
import {
  changedNothing,
  failed,
  type Scenario,
  succeeded,
} from '../scenario.ts';

const CLUSTERS = join(__dirname, '../../../golden/payments/clusters');

/** What the renderer writes for one side. */
async function side(bed: EksctlBed, name: string): Promise<Tenant> {
  const text = readFileSync(join(CLUSTERS, `${name}.yaml`), 'utf8');
  return bed.tenant(`payments-${name}`, text);
}

export const sides: Scenario = {
  title:
    'creates both sides of an environment, changes nothing the second time, and deletes without a trace',
  async run(bed) {
    const [ledger, auditor] = await Promise.all([
      side(bed, 'ledger'),
      side(bed, 'auditor'),
    ]);
    await Promise.all([
      story(bed, ledger, 'ledger'),
      story(bed, auditor, 'auditor'),
    ]);
  },
};

async function story(
  bed: EksctlBed,
  tenant: Tenant,
  name: string,
): Promise<void> {
  const before = await tenant.world();
  const plan = succeeded(await tenant.run({ inputs: { mode: 'plan' } }));
  changedNothing(plan);
  expect(plan.outputs).toMatchObject({
    cluster: `payments-${name}`,
    region: 'ap-northeast-1',
    changed: 'true',
    'eksctl-version': '0.230.0',
  });
  expect(await tenant.world()).toEqual(before);

  const first = succeeded(await tenant.run());
  expect(first.outputs.changed).toBe('true');
  expect(first.summary).toContain('3 of 3 nodes ready');
  const world = await tenant.world();
  expect(world).toMatchObject({
    cluster: { status: 'ACTIVE', version: '1.35', endpoint: 'private' },
    nodeGroups: [expect.stringMatching(/ACTIVE 1\.35 m7i\.xlarge 3\/3\/6$/)],
    oidcProviders: 1,
    vpcs: 1,
    subnets: 6,
    addresses: 3,
  });
  expect(world.addons.every(addon => addon.includes(' ACTIVE '))).toBe(true);
  expect(world.stacks.every(stack => stack.endsWith(' CREATE_COMPLETE'))).toBe(
    true,
  );

  const second = succeeded(await tenant.run());
  changedNothing(second);
  expect(second.outputs.changed).toBe('false');
  expect(await tenant.world()).toEqual(world);

  const ends = await strangers(bed, tenant, `payments-${name}`);
  const refused = await tenant.run({ inputs: { mode: 'delete' } });
  failed(refused, /mode: expected no live peering connection of vpc-/);
  changedNothing(refused);
  await ends();

  const deletion = succeeded(await tenant.run({ inputs: { mode: 'delete' } }));
  expect(deletion.outputs.changed).toBe('true');
  expect(deletion.stdout).toMatch(/Left behind: volume vol-\w+ \(1 GiB/);
  expect(await tenant.world()).toEqual(before);
  const again = succeeded(await tenant.run({ inputs: { mode: 'delete' } }));
  changedNothing(again);
  expect(again.outputs.changed).toBe('false');
}

/**
 * What others leave in the way of a deletion: a peering and a volume of the cluster. The returned function
 * removes the peering.
 */
async function strangers(
  { testbed }: EksctlBed,
  { account }: Tenant,
  cluster: string,
): Promise<() => Promise<unknown>> {
  const client = await ec2(testbed, { account, region: REGION });
  const { Vpcs = [] } = await client.describeVpcs({});
  const own = Vpcs.find(({ IsDefault }) => !IsDefault);
  const other = Vpcs.find(({ IsDefault }) => IsDefault);
  const { VpcPeeringConnection } = await client.createVpcPeeringConnection({
    VpcId: own?.VpcId,
    PeerVpcId: other?.VpcId,
  });
  await client.createVolume({
    AvailabilityZone: `${REGION}a`,
    Size: 1,
    TagSpecifications: [
      {
        ResourceType: 'volume',
        Tags: [{ Key: `kubernetes.io/cluster/${cluster}`, Value: 'owned' }],
      },
    ],
  });
  const VpcPeeringConnectionId = VpcPeeringConnection?.VpcPeeringConnectionId;
  return () => client.deleteVpcPeeringConnection({ VpcPeeringConnectionId });
}
