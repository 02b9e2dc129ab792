import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type RepositoryCopy,
  copyGolden,
} from '@scalardl-on-eks/action-toolkit/testing';
import { commitAll } from '../testbed/workflows/commitAll';
import {
  type WorkflowEnded,
  runWorkflow,
} from '../testbed/workflows/runWorkflow';
import { withTools } from '../tools/withTools';
import { onGoldenDay } from './onGoldenDay';
import { type OwnActions, buildOwnActions } from './ownActions';

withTools(['act'], ({ act }) => {
  describe('the workflow validate of a generated repository', () => {
    let actions: OwnActions;
    let repository: RepositoryCopy;
    let ended: WorkflowEnded;

    beforeAll(async () => {
      actions = await buildOwnActions([
        'render-environment',
        'verify-guidelines',
      ]);
    });

    afterAll(() => actions?.remove());

    beforeEach(async () => {
      repository = await copyGolden('payments');
    });

    afterEach(async () => {
      await ended?.remove();
      await repository.remove();
    });

    async function validate(): Promise<void> {
      await commitAll(repository.directory);
      ended = await runWorkflow(
        {
          act: act.path,
          programs: [process.execPath],
          env: { NODE_OPTIONS: onGoldenDay(['validate']) },
        },
        {
          repository: repository.directory,
          name: 'example/payments',
          workflow: 'validate.yaml',
          event: 'pull_request',
          actions: { 'scalardl-on-eks/scalardl-on-eks@v0.1.0': actions.folder },
        },
      );
    }

    const results = () =>
      Object.fromEntries(
        ended.jobs.validate?.steps.map(({ name, result }) => [name, result]) ??
          [],
      );

    const report = async () =>
      JSON.parse(
        await readFile(
          join(ended.artifacts, 'scalardl-report', 'scalardl-report.json'),
          'utf8',
        ),
      ) as { results: { guideline: string; verdict: string }[] };

    it('passes, and keeps the report', async () => {
      await validate();
      expect(ended.exitCode).toBe(0);
      expect(ended.jobs.validate?.result).toBe('success');
      expect(results()).toMatchObject({
        'Compare with what scalardl.yaml renders to': 'success',
        'Judge the guidelines': 'success',
        'Keep the report': 'success',
      });
      const { results: verdicts } = await report();
      expect(verdicts.filter(({ verdict }) => verdict === 'fail')).toEqual([]);
      expect(verdicts).not.toHaveLength(0);
    });

    it('fails after a hand-edit, and shows the difference and the verdict', async () => {
      await repository.edit(
        'clusters/ledger.yaml',
        'cidr: 10.1.0.0/20',
        'cidr: 10.1.16.0/20',
      );
      await validate();
      expect(ended.exitCode).toBe(1);
      expect(results()).toMatchObject({
        'Compare with what scalardl.yaml renders to': 'failure',
        'Judge the guidelines': 'failure',
        'Keep the report': 'success',
      });
      const [, difference, guidelines] = ended.jobs.validate?.steps ?? [];
      expect(difference?.summary).toContain('cidr: 10.1.16.0/20');
      expect(guidelines?.summary).toContain('disjoint-address-ranges');
      expect((await report()).results).toContainEqual(
        expect.objectContaining({
          guideline: 'disjoint-address-ranges',
          verdict: 'fail',
        }),
      );
    });
  });
});
