import { execFile } from 'node:child_process';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import {
  type RepositoryCopy,
  copyGolden,
} from '@scalardl-on-eks/action-toolkit/testing';
import { createVpc, ec2 } from '../testbed/awsClients';
import { certificateFile } from '../testbed/eks/certificates';
import { startTestbed, type Testbed } from '../testbed/startTestbed';
import { commitAll } from '../testbed/workflows/commitAll';
import {
  type WorkflowEnded,
  runWorkflow,
} from '../testbed/workflows/runWorkflow';
import type { ReadyTool } from '../tools/withTools';
import { onGoldenDay } from './onGoldenDay';
import { type OwnActions, buildOwnActions } from './ownActions';

/** Tools that a deployment needs. */
export const DEPLOY_TOOLS = [
  'moto',
  'kubernetes',
  'kwok',
  'eksctl',
  'act',
  'awscli',
  'helm',
  'kubectl',
] as const;

export type DeployTools = Record<(typeof DEPLOY_TOOLS)[number], ReadyTool>;

export const REGION = 'ap-northeast-1';

const APPLICATION_ACCOUNT = '333333333333';

export const ACCOUNTS = {
  ledger: '111111111111',
  auditor: '222222222222',
} as const;

/** A generated repository, and the simulated AWS to which its workflows deploy. */
export interface DeployWorld {
  testbed: Testbed;
  repository: RepositoryCopy;
  /** Runs the workflow `deploy`, up to the job and what it needs. */
  deploy(job: string): Promise<WorkflowEnded>;
  remove(): Promise<void>;
}

export async function createDeployWorld(
  tools: DeployTools,
): Promise<DeployWorld> {
  const actions = await buildOwnActions([
    'render-environment',
    'verify-guidelines',
    'run-eksctl',
    'create-peering',
  ]);
  const testbed = await startTestbed(tools.moto.path, {
    kubernetes: dirname(tools.kubernetes.path),
    kwok: tools.kwok.path,
  });
  // The runners stand in the network: the endpoints are private.
  await testbed.callers({ inside: true });
  const repository = await copyGolden('payments');
  await moveApplication(testbed, repository);
  await render(repository, actions);
  await commitAll(repository.directory);
  return {
    testbed,
    repository,
    deploy: job => deploy(job, { tools, testbed, actions, repository }),
    async remove() {
      await testbed.stop();
      await actions.remove();
      await repository.remove();
    },
  };
}

/** Gives the application, whose VPC is made up in the golden, a real one of an owner who accepts nothing. */
async function moveApplication(
  testbed: Testbed,
  repository: RepositoryCopy,
): Promise<void> {
  const place = { account: APPLICATION_ACCOUNT, region: REGION };
  const vpcId = await createVpc(await ec2(testbed, place), '10.3.0.0/16');
  await repository.edit(
    'scalardl.yaml',
    'vpcId: vpc-0123456789abcdef0',
    `awsAccountId: '${APPLICATION_ACCOUNT}'\n      vpcId: ${vpcId}`,
  );
}

/** Writes what scalardl.yaml now renders to, as a person would. */
async function render(
  { directory }: RepositoryCopy,
  { folder }: OwnActions,
): Promise<void> {
  await promisify(execFile)(
    process.execPath,
    [join(folder, 'actions/render-environment/dist/index.js'), '--mode=write'],
    { cwd: directory },
  );
}

interface Place {
  tools: DeployTools;
  testbed: Testbed;
  actions: OwnActions;
  repository: RepositoryCopy;
}

function deploy(
  job: string,
  { tools, testbed, actions, repository }: Place,
): Promise<WorkflowEnded> {
  const { act, eksctl, awscli, kubectl, helm } = tools;
  return runWorkflow(
    {
      act: act.path,
      programs: [process.execPath, eksctl.path, awscli.path, kubectl.path],
      helm: helm.path,
      env: {
        AWS_ENDPOINT_URL: testbed.url,
        AWS_EC2_METADATA_DISABLED: 'true',
        // eksctl verifies the certificate of the clusters' issuers.
        SSL_CERT_FILE: certificateFile(testbed.url),
        NODE_OPTIONS: onGoldenDay(['plan']),
      },
    },
    {
      repository: repository.directory,
      name: 'example/payments',
      workflow: 'deploy.yaml',
      event: 'workflow_dispatch',
      job,
      inputs: { endpoint: 'declared' },
      environments: {
        'payments-ledger': { AWS_ROLE_ARN: role(ACCOUNTS.ledger) },
        'payments-auditor': { AWS_ROLE_ARN: role(ACCOUNTS.auditor) },
      },
      actions: { 'scalardl-on-eks/scalardl-on-eks@v0.1.0': actions.folder },
    },
  );
}

function role(account: string): string {
  return `arn:aws:iam::${account}:role/payments-deploy`;
}
