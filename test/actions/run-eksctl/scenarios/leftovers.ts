/* eslint-disable jest/no-standalone-expect -- a scenario, which a test awaits */
import { smallCluster } from '../clusterConfig.ts';
import {
  changedNothing,
  failed,
  type Scenario,
  succeeded,
} from '../scenario.ts';
import { SMALL_WORLD, smallWorld } from '../smallWorld.ts';

const ROLLED_BACK = 'rolled-back';
const SILENT = 'silent';

export const rolledBack: Scenario = {
  title:
    'removes what its own failed creation left, and never what somebody else left',
  async run(bed) {
    const name = ROLLED_BACK;
    const tenant = await bed.tenant(name, smallCluster({ name }));
    const heal = await bed.fail({
      resource: 'cluster',
      name,
      reason: 'there is no capacity in ap-northeast-1a',
    });
    failed(await tenant.run(), /there is no capacity in ap-northeast-1a/);
    expect((await tenant.world()).stacks).toEqual([
      `eksctl-${name}-cluster ROLLBACK_COMPLETE`,
    ]);
    await heal();

    await tenant.write(smallCluster({ name, owner: 'somebody-else' }));
    const foreign = await tenant.run();
    failed(foreign, /not provably of this file: it has no tag owner/);
    changedNothing(foreign);

    await tenant.write(smallCluster({ name }));
    const recovered = succeeded(await tenant.run());
    expect(recovered.writes).toContain('cloudformation:DeleteStack');
    expect(smallWorld(name, await tenant.world())).toEqual(SMALL_WORLD);
  },
};

export const silentFailure: Scenario = {
  title:
    'fails over a node group that failed under a complete stack, and makes it anew the next time',
  async run(bed) {
    const name = SILENT;
    const nodeGroup = 'silent-v1';
    const tenant = await bed.tenant(name, smallCluster({ name, nodeGroup }));
    const heal = await bed.fail({
      resource: 'nodegroup',
      name: nodeGroup,
      reason: 'NodeCreationFailure: instances did not join',
      silent: true,
    });
    failed(await tenant.run(), /instances did not join/);
    await heal();
    succeeded(await tenant.run());
    expect((await tenant.world()).nodeGroups).toEqual([
      `${nodeGroup} ACTIVE 1.35 m7i.xlarge 1/1/3`,
    ]);
  },
};
