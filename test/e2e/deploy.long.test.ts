import type { RecordedCall } from '../testbed/recordedCall';
import type { WorkflowEnded } from '../testbed/workflows/runWorkflow';
import { withTools } from '../tools/withTools';
import {
  ACCOUNTS,
  DEPLOY_TOOLS,
  type DeployWorld,
  createDeployWorld,
} from './deployWorld';
import { readSide } from './deployedWorld';

/** eksctl asks for its stacks every half minute, and waits two minutes for a control plane. */
const TIMEOUT = 20 * 60_000;

/** As far as it goes before anybody has created the secrets: README.md of the repository, step 4. */
const LAST_JOB = 'ledger-releases';

withTools(DEPLOY_TOOLS, tools => {
  jest.setTimeout(TIMEOUT);

  describe('the workflow deploy of a generated repository', () => {
    let world: DeployWorld;
    let first: WorkflowEnded;
    let second: WorkflowEnded;
    let firstCalls: RecordedCall[];
    let secondWrites: RecordedCall[];

    beforeAll(async () => {
      world = await createDeployWorld(tools);
      const before = (await world.testbed.calls()).at(-1)?.sequence;
      first = await world.deploy(LAST_JOB);
      firstCalls = await world.testbed.calls(before);
      second = await world.deploy(LAST_JOB);
      secondWrites = await world.testbed.writes(firstCalls.at(-1)?.sequence);
    });

    afterAll(async () => {
      await first?.remove();
      await second?.remove();
      await world?.remove();
    });

    const results = ({ jobs }: WorkflowEnded) =>
      Object.fromEntries(
        Object.entries(jobs).map(([id, { result, steps }]) => [
          id,
          result === 'success' ? result : steps.flatMap(step => step.errors),
        ]),
      );

    const outcomes = ({ jobs }: WorkflowEnded) =>
      Object.fromEntries(
        Object.entries(jobs).map(([id, { result }]) => [id, result]),
      );

    const jobOf = (ended: WorkflowEnded, id: string) => {
      const job = ended.jobs[id];
      if (!job) throw new Error(`The job ${id} was not started.`);
      return job;
    };

    it('makes both clusters and the peering, then asks for the secrets', () => {
      expect(results(first)).toEqual({
        plan: 'success',
        'ledger-cluster': 'success',
        'auditor-cluster': 'success',
        'peering-requester': 'success',
        'peering-accepter': 'success',
        [LAST_JOB]: expect.arrayContaining([
          'Secret ledger-credentials is missing in namespace scalardl-ledger. README.md says how to create it.',
        ]),
      });
      expect(jobOf(first, LAST_JOB).steps.at(-1)).toMatchObject({
        name: 'Look for the secrets',
        result: 'failure',
      });
    });

    it('does the two sides at the same time, and each stage after the one before', () => {
      const stages = [
        ['plan'],
        ['ledger-cluster', 'auditor-cluster'],
        ['peering-requester', 'peering-accepter'],
        [LAST_JOB],
      ].map(ids => ids.map(id => jobOf(first, id)));
      for (const [index, stage] of stages.entries()) {
        const begun = stage.map(({ from }) => from);
        const ended = stage.map(({ to }) => to);
        expect(Math.max(...begun)).toBeLessThanOrEqual(Math.min(...ended));
        const before = stages[index - 1]?.map(({ to }) => to) ?? [];
        expect(Math.min(...begun)).toBeGreaterThanOrEqual(
          Math.max(0, ...before),
        );
      }
    });

    it('signs every job in once, as its own side', () => {
      const roles = firstCalls
        .filter(({ operation }) => operation.startsWith('AssumeRole'))
        .map(({ parameters }) => parameters.RoleArn);
      const { ledger, auditor } = ACCOUNTS;
      expect(roles.sort()).toEqual(
        [ledger, ledger, ledger, auditor, auditor].map(
          account => `arn:aws:iam::${account}:role/payments-deploy`,
        ),
      );
    });

    it('leaves two clusters that reach each other', async () => {
      const sides = {
        ledger: await readSide(world.testbed, 'ledger', '10.1.16.0/20'),
        auditor: await readSide(world.testbed, 'auditor', '10.1.0.0/20'),
      };
      const common = {
        cluster: 'ACTIVE 1.35',
        nodeGroups: ['ACTIVE 3'],
        // That with the application waits for its owner.
        peerings: ['active', 'pending-acceptance'],
        routes: ['active peering', 'active peering', 'active peering'],
      };
      expect(sides).toEqual({
        ledger: { ...common, openPorts: ['50051-50051', '50052-50052'] },
        auditor: { ...common, openPorts: ['40051-40051', '40052-40052'] },
      });
    });

    it.each([
      ['ledger-cluster', 'payments-ledger'],
      ['auditor-cluster', 'payments-auditor'],
      ['peering-requester', 'auditor'],
      ['peering-accepter', 'ledger'],
    ])('leaves a summary of %s', (id, text) => {
      expect(jobOf(first, id).steps.at(-1)?.summary).toContain(text);
    });

    it('changes nothing in AWS the second time', () => {
      // The errors of the last step are not compared: act may end before it has passed on the last of them.
      expect(outcomes(second)).toEqual(outcomes(first));
      expect(secondWrites).toEqual([]);
    });
  });
});
