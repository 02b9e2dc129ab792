import { CreateTagsCommand, DeleteTagsCommand } from '@aws-sdk/client-ec2';
import { call } from '../aws/account';
import { onceKnown } from '../aws/answers';
import { toTags } from '../aws/tags';
import type { Half } from '../link/link';
import { UNKNOWN_YET } from './acceptPeering';

/** Tags a peering in the account and region of this half only. */
export async function tagPeering(
  { network: { account } }: Half,
  id: string,
  tags: Readonly<Record<string, string>>,
): Promise<void> {
  await onceKnown(
    UNKNOWN_YET,
    () =>
      call(account, { action: 'ec2:CreateTags', about: `on ${id}` }, () =>
        account.ec2.send(
          new CreateTagsCommand({ Resources: [id], Tags: toTags(tags) }),
        ),
      ),
    account.deadline,
  );
}

export async function untagPeering(
  { network: { account } }: Half,
  id: string,
  keys: readonly string[],
): Promise<void> {
  await call(account, { action: 'ec2:DeleteTags', about: `on ${id}` }, () =>
    account.ec2.send(
      new DeleteTagsCommand({
        Resources: [id],
        Tags: keys.map(Key => ({ Key })),
      }),
    ),
  );
}
