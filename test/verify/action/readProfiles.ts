import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import { writeFile } from 'node:fs/promises';
import { clientOptions } from '../../testbed/awsClients.ts';
import type { World, WorldSide } from '../world/world.ts';

/** Writes a credentials file with the profiles `ledger` and `auditor`: a session of each side's read role. */
export async function writeReadProfiles(
  world: World,
  file: string,
): Promise<void> {
  const profiles = [world.ledger, world.auditor].map(side =>
    profileOf(world, side),
  );
  await writeFile(file, (await Promise.all(profiles)).join('\n'));
}

async function profileOf(
  { testbed }: World,
  { side, readRole, place }: WorldSide,
): Promise<string> {
  const sts = new STSClient(await clientOptions(testbed, place));
  const { Credentials: session } = await sts.send(
    new AssumeRoleCommand({
      RoleArn: readRole.arn,
      RoleSessionName: 'verify',
    }),
  );
  return [
    `[${side}]`,
    `aws_access_key_id = ${session?.AccessKeyId}`,
    `aws_secret_access_key = ${session?.SecretAccessKey}`,
    `aws_session_token = ${session?.SessionToken}`,
    '',
  ].join('\n');
}
