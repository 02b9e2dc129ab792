import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InputError } from '@scalardl-on-eks/action-toolkit';
import {
  type RepositoryCopy,
  copyGolden,
} from '@scalardl-on-eks/action-toolkit/testing';
import { type VerifyInputs, understandInputs } from '../inputs';
import { readPair } from './pair';

const NONE = {
  stage: 'live',
  environment: '',
  sides: '',
  'ledger-profile': '',
  'auditor-profile': '',
  'read-secrets': 'false',
  probe: 'false',
  timeout: '10',
  'fail-on': 'requirement',
  'report-directory': '.',
  comment: 'false',
  issue: 'false',
  'github-token': '',
};

function inputsOf(given: Partial<typeof NONE>): VerifyInputs {
  return understandInputs({ ...NONE, ...given });
}

const problemsOf = async (given: Partial<typeof NONE>) => {
  const error: unknown = await readPair(inputsOf(given)).catch(
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(InputError);
  return (error as InputError).problems;
};

describe('readPair of an environment', () => {
  let repository: RepositoryCopy;

  beforeEach(async () => {
    repository = await copyGolden('payments');
  });

  afterEach(() => repository.remove());

  const path = () => join(repository.directory, 'scalardl.yaml');

  it('finds clusters, regions, profiles and what to know of them', async () => {
    const pair = await readPair(
      inputsOf({
        environment: path(),
        'ledger-profile': 'one',
        'read-secrets': 'true',
      }),
    );
    expect(pair.environment).toBe('payments');
    expect(pair.targets.ledger).toEqual({
      side: 'ledger',
      cluster: expect.stringContaining('ledger'),
      aws: { region: 'ap-northeast-1', profile: 'one' },
      readSecrets: true,
    });
    expect(pair.targets.auditor.aws.profile).toBeUndefined();
    expect(pair.settings).toMatchObject({
      licensing: 'byol',
      release: {
        ledger: { name: 'scalardl-ledger', namespace: 'scalardl-ledger' },
      },
    });
  });

  it('refuses a file that is not valid, with its line', async () => {
    await repository.edit('scalardl.yaml', 'licensing: byol', 'licensing: no');
    expect((await problemsOf({ environment: path() })).join()).toMatch(
      /^environment: .*scalardl\.yaml:\d+.*spec\.licensing/,
    );
  });

  it('says which file it could not read', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'scalardl-pair-'));
    await writeFile(join(folder, 'other'), '');
    const environment = join(folder, 'scalardl.yaml');
    expect(await problemsOf({ environment })).toEqual([
      expect.stringMatching(/^environment: expected .* to be readable/),
    ]);
    await rm(folder, { recursive: true });
  });
});

describe('readPair of sides', () => {
  it('takes names, access and settings', async () => {
    const sides = `
licensing: awsMarketplace
ledger: {cluster: a, region: eu-west-1, profile: one, namespace: dl, release: pay}
auditor: {cluster: b, region: eu-central-1, roleArn: 'arn:aws:iam::222222222222:role/read', kubeconfig: k.yaml, context: b}
allowedWorkloads: [{namespace: policy, reason: every cluster has it, owner: platform}]
`;
    const { environment, targets, settings } = await readPair(
      inputsOf({ sides }),
    );
    expect(environment).toBeUndefined();
    expect(targets.auditor).toEqual({
      side: 'auditor',
      cluster: 'b',
      aws: {
        region: 'eu-central-1',
        profile: undefined,
        roleArn: 'arn:aws:iam::222222222222:role/read',
      },
      kubeconfig: { path: 'k.yaml', context: 'b' },
      readSecrets: false,
    });
    expect(settings).toMatchObject({
      licensing: 'awsMarketplace',
      release: { ledger: { name: 'pay', namespace: 'dl' }, auditor: undefined },
      allowedWorkloads: [{ namespace: 'policy', owner: 'platform' }],
      applications: [],
    });
  });

  it('names every key that is wrong', async () => {
    const sides = `
ledger: {cluster: a, region: Tokyo, context: c}
auditor: {region: eu-central-1, cluster: b, release: x}
runnerCidrs: [10.4.0.9/24]
licences: byol
`;
    const problems = await problemsOf({ sides });
    expect(problems).toEqual([
      'sides.ledger.region: expected an AWS region such as ap-northeast-1, received "Tokyo".',
      'sides.ledger.kubeconfig: expected the path of a kubeconfig beside context, which is a context of it, received nothing.',
      'sides.auditor.namespace: expected the namespace of release, because they belong together, received nothing.',
      'sides.runnerCidrs.0: expected the first address of the range, as in 10.4.0.0/24, received "10.4.0.9/24".',
      expect.stringMatching(
        /^sides\.licences: expected one of the keys ledger, auditor, licensing, .*, received "licences"; remove it/,
      ),
    ]);
  });

  it('says what it expected and received in whatever sides hold', async () => {
    const sides = `
ledger: {cluster: a, region: eu-west-1, namespace: dl}
auditor: [b]
licensing: free
applications: [{name: Shop, cidrs: [], peering: maybe}]
imageMirrors: ['ghcr.io/acme:1.0 ']
waivers: [{guideline: three-product-pods, reason: none, owner: me, expires: tomorrow}]
`;
    const problems = await problemsOf({ sides });
    expect(problems).toEqual([
      'sides.ledger.release: expected the name of the Helm release in namespace, because they belong together, received nothing.',
      expect.stringMatching(
        /^sides\.auditor: expected a mapping with the keys cluster, region, .*, received a list of 1\.$/,
      ),
      'sides.licensing: expected byol or awsMarketplace, received "free".',
      expect.stringMatching(
        /^sides\.applications\.0\.name: expected a Kubernetes name.*, received "Shop"\.$/,
      ),
      'sides.applications.0.cidrs: expected a list of 1 or more, received an empty list.',
      'sides.applications.0.peering: expected create or external, received "maybe".',
      expect.stringMatching(
        /^sides\.imageMirrors\.0: expected a registry .*, received "ghcr\.io\/acme:1\.0 "\.$/,
      ),
      'sides.waivers.0.reason: expected one line of 10 to 500 characters, without control characters, received "none".',
      'sides.waivers.0.expires: expected a date such as 2027-03-31, received "tomorrow".',
    ]);
  });

  it('refuses what is no YAML', async () => {
    expect(await problemsOf({ sides: 'ledger: [' })).toEqual([
      expect.stringMatching(/^sides: expected YAML: /),
    ]);
  });
});
