import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { withTools } from '../../tools/withTools';
import { startTestbed, type Testbed } from '../startTestbed';
import { commitAll } from './commitAll';
import { readWorkflow } from './jobs';
import { localActions } from './localActions';
import { runWorkflow, type WorkflowEnded } from './runWorkflow';

const SIGN_IN = `
      - uses: aws-actions/configure-aws-credentials@e6de054238d6b7531b4efff3b6587d9aade6a06c
        with:
          role-to-assume: \${{ vars.AWS_ROLE_ARN }}
          aws-region: eu-west-1
          allowed-account-ids: "111111111111"`;

const WORKFLOW = `
on: workflow_dispatch
permissions: {}
jobs:
  first:
    runs-on: ubuntu-latest
    outputs:
      text: \${{ steps.say.outputs.text }}
    steps:
      - uses: actions/checkout@v1
      - id: say
        name: Say
        run: |
          echo "text=$(cat file.txt)" >> "$GITHUB_OUTPUT"
          echo "## Said" >> "$GITHUB_STEP_SUMMARY"
  ledger:
    needs: first
    runs-on: [self-hosted, mine]
    environment: ledger
    permissions:
      id-token: write
    steps:${SIGN_IN}
      - name: Ask
        run: |
          aws sts get-caller-identity --query Arn --output text
          echo '\${{ needs.first.outputs.text }}' "$AWS_REGION"
          echo "$AWS_SECRET_ACCESS_KEY"
      - run: echo one > result.txt
      - uses: actions/upload-artifact@v7
        with: {name: results, path: result.txt}
  wrong-environment:
    needs: first
    runs-on: ubuntu-latest
    environment: auditor
    permissions:
      id-token: write
    steps:${SIGN_IN}
  no-permission:
    needs: first
    runs-on: ubuntu-latest
    environment: ledger
    permissions:
      contents: read
    steps:${SIGN_IN}
  profiles:
    runs-on: ubuntu-latest
    environment: ledger
    permissions: write-all
    steps:${SIGN_IN}
          aws-profile: mine
      - name: Ask
        run: |
          aws sts get-caller-identity --profile mine --query Account --output text
          echo "exported: $AWS_ACCESS_KEY_ID"${SIGN_IN}
          aws-profile: mine
          overwrite-aws-profile: true${SIGN_IN}
          aws-profile: mine
  helm:
    runs-on: ubuntu-latest
    steps:
      - uses: azure/setup-helm@v5
        with: {version: v4.1.4}
      - name: Ask
        run: helm version --short
      - uses: azure/setup-helm@v5
        with: {version: v3.0.0}
  last:
    needs: wrong-environment
    runs-on: ubuntu-latest
    steps:
      - run: "false"
`;

withTools(['moto', 'act', 'awscli', 'helm'], ({ moto, act, awscli, helm }) => {
  describe('runWorkflow', () => {
    let testbed: Testbed;
    let repository: string;
    let ended: WorkflowEnded;

    beforeAll(async () => {
      testbed = await startTestbed(moto.path);
      repository = await mkdtemp(join(tmpdir(), 'scalardl-on-eks-workflow-'));
      await writeFile(join(repository, 'file.txt'), 'hello');
      const file = join(repository, '.github/workflows/sample.yaml');
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, WORKFLOW);
      await commitAll(repository);
      ended = await runWorkflow(
        {
          act: act.path,
          programs: [process.execPath, awscli.path],
          helm: helm.path,
          env: { AWS_ENDPOINT_URL: testbed.url },
        },
        {
          repository,
          name: 'owner/sample',
          workflow: 'sample.yaml',
          event: 'workflow_dispatch',
          environments: {
            ledger: { AWS_ROLE_ARN: 'arn:aws:iam::111111111111:role/deploy' },
            auditor: { AWS_ROLE_ARN: 'arn:aws:iam::222222222222:role/deploy' },
          },
        },
      );
    });

    afterAll(async () => {
      await ended?.remove();
      await rm(repository, { recursive: true, force: true });
      await testbed?.stop();
    });

    const step = (job: string, name: string) =>
      ended.jobs[job]?.steps.find(each => each.name === name);

    it('runs jobs after those that they need, and none after a failed one', () => {
      const { first, ledger } = ended.jobs;
      expect(first?.result).toBe('success');
      expect(ledger?.from).toBeGreaterThanOrEqual(first?.to ?? Infinity);
      expect(ended.jobs.last).toBeUndefined();
      expect(ended.exitCode).toBe(1);
    });

    it('keeps the summary and what was printed', () => {
      expect(step('first', 'Say')?.summary).toBe('## Said\n');
      expect(step('ledger', 'Ask')?.output).toContain('hello eu-west-1\n');
    });

    it("signs in with the role of the job's own environment", () => {
      expect(step('ledger', 'Ask')?.output).toContain(
        'arn:aws:sts::111111111111:assumed-role/deploy/GitHubActions',
      );
    });

    it('hides secrets', () => {
      expect(step('ledger', 'Ask')?.output).toContain('***');
    });

    it('refuses the account of another environment', () => {
      expect(ended.jobs['wrong-environment']?.steps[0]?.errors).toEqual([
        expect.stringContaining('(222222222222) does not match'),
      ]);
    });

    it('gives no credentials to a job without id-token: write', () => {
      expect(ended.jobs['no-permission']?.steps[0]?.errors).toEqual([
        expect.stringContaining('id-token: write'),
      ]);
    });

    it('writes a profile and exports nothing, and replaces one only where it is told to', () => {
      const { steps = [] } = ended.jobs.profiles ?? {};
      expect(step('profiles', 'Ask')?.output).toBe(
        '111111111111\nexported: \n',
      );
      expect(steps.map(({ result }) => result)).toEqual([
        'success',
        'success',
        'success',
        'failure',
      ]);
      expect(steps.at(-1)?.errors).toEqual([
        expect.stringContaining('Profile "mine" already exists'),
      ]);
    });

    it('finds Helm, in the wanted version only', () => {
      expect(step('helm', 'Ask')?.output).toContain('v4.1.4');
      expect(ended.jobs.helm?.steps.at(-1)?.errors).toEqual([
        'Expected Helm v3.0.0, received v4.1.4.',
      ]);
    });

    it('refuses an action that has no stand-in, before anything runs', () => {
      const workflow = readWorkflow(
        WORKFLOW.replaceAll('azure/setup-helm', 'azure/login'),
      );
      expect(() => localActions(workflow, {})).toThrow(
        'Expected a stand-in for azure/login@v5',
      );
    });

    it('keeps artifacts', async () => {
      const file = join(ended.artifacts, 'results', 'result.txt');
      expect(await readFile(file, 'utf8')).toBe('one\n');
    });
  });
});
