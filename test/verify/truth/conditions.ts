import type { Condition } from '../../testbed/settings.ts';
import type { TestbedControl } from '../../testbed/controlClient.ts';
import type { Undo } from '../world/kube.ts';

/** Lets EKS find something out by itself. */
export async function conditionIs(
  testbed: TestbedControl,
  condition: Condition,
): Promise<Undo> {
  await testbed.settings({ conditions: [condition] });
  return () => testbed.settings({ conditions: [] });
}
