/**
 * Imitates https://github.com/aws-actions/configure-aws-credentials, as far as the generated workflows use it:
 * a web identity becomes temporary credentials of a role, whose account must be an expected one. GitHub's token
 * is the only thing that is made up; the role is assumed at AWS_ENDPOINT_URL and asked who it is.
 */
import { appendFileSync, readFileSync } from 'node:fs';
import { writeProfile } from './profile.ts';
import { input, variable } from './runner.ts';
import { accountOf, assume } from './sts.ts';

/** What the runner knows of a job and act does not. */
interface Job {
  idToken: boolean;
  variables: Record<string, string>;
}

const KNOWN_INPUTS = new Set([
  'AWS-REGION',
  'ROLE-TO-ASSUME',
  'ALLOWED-ACCOUNT-IDS',
  'AWS-PROFILE',
  'OVERWRITE-AWS-PROFILE',
]);

/** An input that is not imitated must not be passed over. */
function refuseUnknownInputs(): void {
  const unknown = Object.entries(process.env)
    .filter(([name, value]) => name.startsWith('INPUT_') && value)
    .map(([name]) => name.slice('INPUT_'.length))
    .filter(name => !KNOWN_INPUTS.has(name));
  if (unknown.length > 0) {
    throw new Error(`This stand-in lacks the inputs ${unknown.join(', ')}.`);
  }
}

function currentJob(): Job {
  const jobs = JSON.parse(
    readFileSync(variable('STAND_IN_JOBS'), 'utf8'),
  ) as Record<string, Job>;
  const job = jobs[variable('GITHUB_JOB')];
  if (!job) throw new Error(`There is no job ${process.env.GITHUB_JOB}.`);
  return job;
}

function roleToAssume({ idToken, variables }: Job): string {
  if (!idToken) {
    throw new Error(
      'Credentials could not be loaded: the job lacks the permission id-token: write.',
    );
  }
  const given = input('role-to-assume');
  const [, name] = /^environment-variable:(.+)$/.exec(given) ?? [];
  const role = name === undefined ? given : variables[name];
  if (!role) throw new Error(`role-to-assume is empty (${given}).`);
  return role;
}

function checkAccount(account: string): void {
  const allowed = input('allowed-account-ids')
    .split(',')
    .map(id => id.trim())
    .filter(Boolean);
  if (allowed.length > 0 && !allowed.includes(account)) {
    throw new Error(
      `The account ID of the provided credentials (${account}) does not match any of the expected account IDs: ${allowed.join(', ')}`,
    );
  }
}

function exportVariables(values: Record<string, string>): void {
  const lines = Object.entries(values).map(
    ([name, value]) => `${name}=${value}\n`,
  );
  appendFileSync(variable('GITHUB_ENV'), lines.join(''));
}

async function main(): Promise<void> {
  refuseUnknownInputs();
  const region = input('aws-region');
  const credentials = await assume(roleToAssume(currentJob()));
  for (const secret of Object.values(credentials)) {
    process.stdout.write(`::add-mask::${secret}\n`);
  }
  const account = await accountOf(credentials, region);
  checkAccount(account);
  appendFileSync(variable('GITHUB_OUTPUT'), `aws-account-id=${account}\n`);
  const profile = input('aws-profile');
  if (profile) writeProfile(profile, { credentials, region });
  else {
    exportVariables({
      AWS_DEFAULT_REGION: region,
      AWS_REGION: region,
      ...credentials,
    });
  }
}

main().catch((error: unknown) => {
  process.stdout.write(
    `::error::${error instanceof Error ? error.message : String(error)}\n`,
  );
  process.exitCode = 1;
});
