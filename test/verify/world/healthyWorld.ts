import type { TestbedControl } from '../../testbed/controlClient.ts';
import { buildWorld } from './buildWorld.ts';
import { peerAll } from './connections.ts';
import { HEALTHY_PLAN } from './healthyPlan.ts';
import type { World } from './world.ts';

/**
 * Two accounts, two private clusters with nodes in three zones, peered with each other and with an application, the
 * product with TLS, metrics, logs, autoscaling and backups.
 */
export function healthyWorld(testbed: TestbedControl): Promise<World> {
  return buildWorld(testbed, { plan: HEALTHY_PLAN, connect: peerAll });
}
