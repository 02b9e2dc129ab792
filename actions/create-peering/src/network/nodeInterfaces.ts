import { DescribeInstancesCommand } from '@aws-sdk/client-ec2';
import { type Account, call, pages } from '../aws/account';

/**
 * The security groups of every network interface of a cluster's nodes. Nodes carry this tag whoever started them
 * (https://docs.aws.amazon.com/eks/latest/userguide/launch-workers.html).
 */
export async function readNodeInterfaces(
  account: Account,
  cluster: string,
): Promise<string[][]> {
  const reservations = await pages(async NextToken => {
    const page = await call(
      account,
      { action: 'ec2:DescribeInstances', about: `of ${cluster}` },
      () =>
        account.ec2.send(
          new DescribeInstancesCommand({
            Filters: [
              {
                Name: `tag:kubernetes.io/cluster/${cluster}`,
                Values: ['owned'],
              },
              { Name: 'instance-state-name', Values: ['pending', 'running'] },
            ],
            NextToken,
          }),
        ),
    );
    return { NextToken: page.NextToken, items: page.Reservations };
  });
  return reservations
    .flatMap(({ Instances = [] }) => Instances)
    .flatMap(({ NetworkInterfaces = [] }) => NetworkInterfaces)
    .map(({ Groups = [] }) => Groups.flatMap(({ GroupId }) => GroupId ?? []));
}

/**
 * Groups of which every interface carries one, since one that admits is enough. Those of managed node groups
 * carry the cluster's; for others the group that most of them share is added, until none is left.
 */
export function coveringGroups(
  first: readonly string[],
  interfaces: readonly (readonly string[])[],
): string[] {
  const chosen = [...first];
  for (;;) {
    const left = interfaces.filter(
      groups => groups.length > 0 && !groups.some(id => chosen.includes(id)),
    );
    const next = mostFrequent(left.flat());
    if (next === undefined) return chosen;
    chosen.push(next);
  }
}

function mostFrequent(ids: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  const [first] = [...counts].sort(
    ([one, many], [other, more]) => more - many || (one < other ? -1 : 1),
  );
  return first?.[0];
}
