/* eslint-disable jest/no-standalone-expect -- a scenario, which a test awaits */
import type { CrashPoint } from '../../../testbed/fault.ts';
import { smallCluster } from '../clusterConfig.ts';
import type { Tenant } from '../eksctlBed.ts';
import {
  changedNothing,
  failed,
  type Scenario,
  succeeded,
} from '../scenario.ts';
import { SMALL_WORLD, smallWorld } from '../smallWorld.ts';

interface Moment {
  title: string;
  name: string;
  point: CrashPoint;
}

/** eksctl creates three stacks: the cluster's, a role's, the node group's. */
const MOMENTS: Moment[] = [
  {
    title: 'after the stack of the cluster was asked for',
    name: 'crash-stack',
    point: { service: 'cloudformation', operation: 'CreateStack' },
  },
  {
    title: 'after the stack of the node group was asked for',
    name: 'crash-nodegroup',
    point: { service: 'cloudformation', operation: 'CreateStack', skip: 2 },
  },
  {
    title: 'after an add-on was created',
    name: 'crash-addon',
    point: { service: 'eks', operation: 'CreateAddon', skip: 1 },
  },
];

export const crashes: Scenario[] = MOMENTS.map(({ title, name, point }) => ({
  title: `goes on after a crash ${title}`,
  async run(bed) {
    const tenant = await bed.tenant(name, smallCluster({ name }));
    const crashed = await tenant.run({
      async interruption(session) {
        const crash = await bed.testbed.crash({ ...point, session });
        return { when: crash.hit, signal: 'SIGKILL' };
      },
    });
    expect(crashed.exitCode).toBeNull();
    await goOn(tenant, name);
  },
}));

const CANCELLED = 'cancelled';

export const cancellation: Scenario = {
  title:
    'says what is in progress when it is cancelled while the cluster is created, and goes on',
  async run(bed) {
    const name = CANCELLED;
    const tenant = await bed.tenant(name, smallCluster({ name }));
    const cancelled = await tenant.run({
      interruption: () => ({
        when: clusterAppears(tenant),
        signal: 'SIGINT',
      }),
    });
    failed(
      cancelled,
      /The run was cancelled\. Left to itself: stack eksctl-cancelled-cluster is CREATE_IN_PROGRESS/,
    );
    await goOn(tenant, name);
  },
};

async function clusterAppears(tenant: Tenant): Promise<void> {
  while ((await tenant.world()).cluster?.status !== 'CREATING') {
    await new Promise(resolve => setTimeout(resolve, 500));
  }
}

/** The same world as without the end, and nothing more to do. */
async function goOn(tenant: Tenant, name: string): Promise<void> {
  succeeded(await tenant.run());
  expect(smallWorld(name, await tenant.world())).toEqual(SMALL_WORLD);
  changedNothing(succeeded(await tenant.run()));
}
