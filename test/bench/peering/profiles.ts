import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Testbed } from '../../testbed/startTestbed';
import { ACCOUNTS, REGION } from './pair';

/** Writes an AWS configuration with the profiles `requester` and `accepter`; returns the variables that name it. */
export async function writeProfiles(
  testbed: Testbed,
  folder: string,
): Promise<Record<string, string>> {
  const sections = await Promise.all(
    Object.entries(ACCOUNTS).map(async ([name, account]) => {
      const env = await testbed.signIn(account);
      return [
        `[${name}]`,
        `aws_access_key_id = ${env.AWS_ACCESS_KEY_ID}`,
        `aws_secret_access_key = ${env.AWS_SECRET_ACCESS_KEY}`,
        `aws_session_token = ${env.AWS_SESSION_TOKEN}`,
        '',
      ].join('\n');
    }),
  );
  const file = join(folder, 'credentials');
  await writeFile(file, sections.join('\n'));
  return {
    AWS_ENDPOINT_URL: testbed.url,
    AWS_REGION: REGION,
    // Version 1 of the AWS CLI knows only this one.
    AWS_DEFAULT_REGION: REGION,
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: file,
    AWS_EC2_METADATA_DISABLED: 'true',
  };
}
