/* eslint-disable jest/no-standalone-expect -- a scenario, which a test awaits */
import { NODE_GROUP, smallCluster } from '../clusterConfig.ts';
import {
  changedNothing,
  failed,
  type Scenario,
  succeeded,
} from '../scenario.ts';

const NAME = 'changes';

export const changes: Scenario = {
  title:
    'scales within bounds, replaces a node group only with approval, and names what cannot be changed',
  async run(bed) {
    const tenant = await bed.tenant(NAME, smallCluster({ name: NAME }));
    succeeded(await tenant.run());

    const sizes = { min: 2, desired: 2, max: 4 };
    const scaled = { name: NAME, sizes };
    await tenant.write(smallCluster(scaled));
    const scaling = succeeded(await tenant.run());
    expect(scaling.writes).toEqual(['eks:UpdateNodegroupConfig']);
    expect(scaling.summary).toContain('2 of 2 nodes ready');
    expect((await tenant.world()).nodeGroups).toEqual([
      `${NODE_GROUP} ACTIVE 1.35 m7i.xlarge 2/2/4`,
    ]);

    await tenant.write(smallCluster({ ...scaled, instanceType: 'm6i.xlarge' }));
    const fixed = await tenant.run();
    failed(fixed, /has instanceTypes m7i.xlarge for life/);
    changedNothing(fixed);

    const replaced = {
      ...scaled,
      instanceType: 'm6i.xlarge',
      nodeGroup: 'nodes-v2',
    };
    await tenant.write(smallCluster(replaced));
    const unapproved = await tenant.run();
    failed(unapproved, /replace-node-groups: the file names nodes-v2/);
    changedNothing(unapproved);

    const approval = { 'replace-node-groups': 'true' };
    succeeded(await tenant.run({ inputs: approval }));
    expect((await tenant.world()).nodeGroups).toEqual([
      'nodes-v2 ACTIVE 1.35 m6i.xlarge 2/2/4',
    ]);
    changedNothing(succeeded(await tenant.run({ inputs: approval })));
  },
};
