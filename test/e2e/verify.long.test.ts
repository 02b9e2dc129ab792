import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type Report,
  reportSchema,
} from '@scalardl-on-eks/plugin-scalardl-common';
import type { WorkflowEnded } from '../testbed/workflows/runWorkflow';
import { withTools } from '../tools/withTools';
import {
  VERIFY_TOOLS,
  type VerifyWorld,
  createVerifyWorld,
} from './verifyWorld';

const TIMEOUT = 10 * 60_000;
const GUIDELINE = 'routes-to-other-side';

withTools(VERIFY_TOOLS, tools => {
  jest.setTimeout(TIMEOUT);

  describe('the workflow verify of a generated repository', () => {
    let world: VerifyWorld;

    beforeAll(async () => {
      world = await createVerifyWorld(tools);
    });
    afterAll(() => world?.remove());

    async function artifact({ artifacts }: WorkflowEnded): Promise<Report> {
      const file = join(artifacts, 'scalardl-report', 'scalardl-report.json');
      return reportSchema.parse(JSON.parse(await readFile(file, 'utf8')));
    }

    const jobOf = ({ jobs, log }: WorkflowEnded) => {
      const { verify } = jobs;
      if (!verify) throw new Error(`The job was not started:\n${log}`);
      const judged = verify.steps.find(
        ({ name }) => name === 'Judge the guidelines',
      );
      return { result: verify.result, summary: judged?.summary };
    };

    it('passes what holds, with a summary and an artifact', async () => {
      const ended = await world.verify();
      expect(jobOf(ended)).toEqual({
        result: 'success',
        summary: expect.stringContaining('## ScalarDL guidelines: pass'),
      });
      const report = await artifact(ended);
      expect(report.complete).toBe(true);
      expect(report.results.length).toBeGreaterThan(100);
      expect(world.gitHub.issues).toEqual([]);
      await ended.remove();
    });

    it('fails what drifted, still with both, and opens the issue until it is healed', async () => {
      const { auditor, ledger, peeringId } = world.world;
      const route = {
        RouteTableId: auditor.network.privateTables[0],
        DestinationCidrBlock: ledger.plan.cidr,
      };
      await auditor.ec2.deleteRoute(route);
      const drifted = await world.verify();
      expect(jobOf(drifted)).toEqual({
        result: 'failure',
        summary: expect.stringContaining(GUIDELINE),
      });
      const { results } = await artifact(drifted);
      expect(
        results
          .filter(({ guideline }) => guideline === GUIDELINE)
          .map(({ scope, verdict }) => ({ scope, verdict })),
      ).toContainEqual({ scope: 'pair', verdict: 'fail' });
      expect(world.gitHub.issues).toMatchObject([
        { state: 'open', body: expect.stringContaining(GUIDELINE) },
      ]);
      await auditor.ec2.createRoute({
        ...route,
        VpcPeeringConnectionId: peeringId,
      });
      const healed = await world.verify();
      expect(jobOf(healed).result).toBe('success');
      expect(world.gitHub.issues).toMatchObject([{ state: 'closed' }]);
      await drifted.remove();
      await healed.remove();
    });
  });
});
