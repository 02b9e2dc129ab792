/* eslint-disable jest/no-standalone-expect -- a scenario, which a test awaits */
import { NODE_GROUP, smallCluster } from '../clusterConfig.ts';
import type { EksctlBed, Tenant } from '../eksctlBed.ts';
import {
  changedNothing,
  failed,
  type Scenario,
  succeeded,
} from '../scenario.ts';

const NAME = 'upgrade';

export const upgrade: Scenario = {
  title:
    'upgrades by one minor and moves the endpoint, also over crashes, and never back',
  async run(bed) {
    const tenant = await bed.tenant(NAME, smallCluster({ name: NAME }));
    succeeded(await tenant.run());

    const newer = { name: NAME, version: '1.36' };
    await tenant.write(smallCluster(newer));
    await crashAfter(bed, tenant, 'UpdateClusterVersion');
    succeeded(await tenant.run());
    const world = await tenant.world();
    expect(world.cluster).toMatchObject({ status: 'ACTIVE', version: '1.36' });
    expect(world.nodeGroups).toEqual([
      `${NODE_GROUP} ACTIVE 1.36 m7i.xlarge 1/1/3`,
    ]);
    expect(world.addons).toContainEqual(
      expect.stringMatching(/^kube-proxy ACTIVE v1\.36\./),
    );
    changedNothing(succeeded(await tenant.run()));

    await tenant.write(smallCluster({ name: NAME, version: '1.35' }));
    const back = await tenant.run();
    failed(back, /metadata.version: the cluster runs Kubernetes 1.36/);
    changedNothing(back);

    await tenant.write(smallCluster(newer));
    await endpoints(bed, tenant);
  },
};

async function endpoints(bed: EksctlBed, tenant: Tenant): Promise<void> {
  const bootstrap = {
    endpoint: 'bootstrap',
    'bootstrap-cidr': '203.0.113.7/32',
  };
  const endpoint = async () => (await tenant.world()).cluster?.endpoint;
  await crashAfter(bed, tenant, 'UpdateClusterConfig', bootstrap);
  succeeded(await tenant.run({ inputs: bootstrap }));
  expect(await endpoint()).toBe('public to 203.0.113.7/32');

  changedNothing(succeeded(await tenant.run({ inputs: { endpoint: 'keep' } })));
  expect(await endpoint()).toBe('public to 203.0.113.7/32');

  const closing = succeeded(await tenant.run());
  expect(closing.writes).toEqual(['eks:UpdateClusterConfig']);
  expect(await endpoint()).toBe('private');
  changedNothing(succeeded(await tenant.run()));
  changedNothing(succeeded(await tenant.run({ inputs: { endpoint: 'keep' } })));
}

async function crashAfter(
  bed: EksctlBed,
  tenant: Tenant,
  operation: string,
  inputs?: Record<string, string>,
): Promise<void> {
  const crashed = await tenant.run({
    inputs,
    async interruption(session) {
      const crash = await bed.testbed.crash({
        service: 'eks',
        operation,
        session,
      });
      return { when: crash.hit, signal: 'SIGKILL' };
    },
  });
  expect(crashed.exitCode).toBeNull();
}
