import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { BackstageApi } from './backstageApi';
import { FakeGithub } from './fakeGithub/fakeGithub';
import { formValues } from './formValues';
import { repositoryOnDisk } from './repositoryOnDisk';
import { type TestPortal, startTestPortal } from './testPortal';

jest.setTimeout(240_000);

describe('the destination GitHub', () => {
  let folder: string;
  let github: FakeGithub;
  let portal: TestPortal;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'scalardl-on-eks-github-test-'));
    github = await FakeGithub.start();
    const config = join(folder, 'app-config.yaml');
    await writeFile(
      config,
      stringify({
        integrations: {
          github: [
            {
              host: github.host,
              apiBaseUrl: github.url,
              token: 'not-a-real-token',
            },
          ],
        },
      }),
    );
    portal = await startTestPortal({ frontEnd: false, configFiles: [config] });
  });

  afterAll(async () => {
    await Promise.all([portal?.stop(), github?.stop()]);
    await rm(folder, { recursive: true, force: true });
  });

  it("gets the repository, protected environments and the catalog's entry, by Backstage's own actions", async () => {
    const api = new BackstageApi(portal.backendUrl);
    const task = await api.runTemplate({
      ...formValues('payments'),
      destination: 'github',
      repoUrl: `${github.host}?owner=acme&repo=payments`,
      ledgerReviewers: ['group:default/payments'],
    });
    expect(task).toMatchObject({ status: 'completed' });
    expect(github.unknown).toEqual([]);
    expect(github.repository).toMatchObject({
      name: 'payments',
      private: true,
      delete_branch_on_merge: true,
    });
    expect(github.protectedBranches).toEqual(['main']);

    const onMain = {
      deployment_branch_policy: {
        protected_branches: false,
        custom_branch_policies: true,
      },
    };
    expect(Object.fromEntries(github.environments)).toEqual({
      'payments-ledger': {
        settings: {
          ...onMain,
          prevent_self_review: true,
          reviewers: [{ type: 'Team', id: 7 }],
        },
        branches: ['main'],
      },
      'payments-auditor': {
        settings: { ...onMain, prevent_self_review: true },
        branches: ['main'],
      },
      'payments-verify': { settings: onMain, branches: ['main'] },
    });

    const clone = join(folder, 'clone');
    execFileSync('git', ['clone', '--quiet', github.pushed, clone]);
    const { files, rendered } = await repositoryOnDisk(clone);
    expect(files).toEqual(rendered);

    await expect(
      api.entity('component/default/payments'),
    ).resolves.toMatchObject({ spec: { owner: 'group:default/payments' } });
    expect(await portal.published()).toEqual([]);
  });
});
