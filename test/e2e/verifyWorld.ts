import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import {
  type GitHubServer,
  startGitHub,
} from '@scalardl-on-eks/verify-guidelines/src/github/gitHubServer.fixture';
import { startTestbed } from '../testbed/startTestbed';
import { commitAll } from '../testbed/workflows/commitAll';
import {
  type WorkflowEnded,
  runWorkflow,
} from '../testbed/workflows/runWorkflow';
import type { ReadyTool } from '../tools/withTools';
import { admitReader } from '../verify/truth/admitReader';
import { healthyWorld } from '../verify/world/healthyWorld';
import type { World } from '../verify/world/world';
import { buildOwnActions } from './ownActions';

/** Tools that the workflow `verify` and what it looks at need. */
export const VERIFY_TOOLS = ['moto', 'kubernetes', 'kwok', 'act'] as const;

export type VerifyTools = Record<(typeof VERIFY_TOOLS)[number], ReadyTool>;

/** A repository generated from the file that describes a world, and a GitHub for its issue. */
export interface VerifyWorld {
  world: World;
  gitHub: GitHubServer;
  verify(): Promise<WorkflowEnded>;
  remove(): Promise<void>;
}

export async function createVerifyWorld(
  tools: VerifyTools,
): Promise<VerifyWorld> {
  const testbed = await startTestbed(tools.moto.path, {
    kubernetes: dirname(tools.kubernetes.path),
    kwok: tools.kwok.path,
  });
  const world = await healthyWorld(testbed);
  const sides = [world.ledger, world.auditor];
  await Promise.all(sides.map(side => admitReader(side, false)));
  const actions = await buildOwnActions([
    'render-environment',
    'verify-guidelines',
  ]);
  const repository = await generate(world.environment, actions.folder);
  const gitHub = await startGitHub();
  return {
    world,
    gitHub,
    verify: () =>
      runWorkflow(
        {
          act: tools.act.path,
          programs: [process.execPath],
          env: {
            AWS_ENDPOINT_URL: testbed.url,
            AWS_EC2_METADATA_DISABLED: 'true',
            NODE_OPTIONS: withGitHub(gitHub.url),
          },
        },
        {
          repository,
          name: 'acme/payments',
          workflow: 'verify.yaml',
          event: 'workflow_dispatch',
          environments: {
            'payments-verify': {
              LEDGER_READ_ROLE_ARN: world.ledger.readRole.arn,
              AUDITOR_READ_ROLE_ARN: world.auditor.readRole.arn,
            },
          },
          token: 'a-token',
          actions: { 'scalardl-on-eks/scalardl-on-eks@v0.1.0': actions.folder },
        },
      ),
    async remove() {
      world.close();
      await testbed.stop();
      await gitHub.stop();
      await actions.remove();
      await rm(repository, { recursive: true });
    },
  };
}

/** The repository that the environment file renders to, with one commit. */
async function generate(environment: string, actions: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'scalardl-on-eks-verify-'));
  await writeFile(join(folder, 'scalardl.yaml'), environment);
  await promisify(execFile)(
    process.execPath,
    [join(actions, 'actions/render-environment/dist/index.js'), '--mode=write'],
    { cwd: folder },
  );
  await commitAll(folder);
  return folder;
}

/** act always names the real GitHub to its steps; a value of NODE_OPTIONS with which their programs see another. */
function withGitHub(url: string): string {
  const script = `process.env.GITHUB_API_URL = ${JSON.stringify(url)};`;
  return `--import=data:text/javascript,${encodeURIComponent(script)}`;
}
