import { awsErrorCode } from '@scalardl-on-eks/action-toolkit/aws';

/** Reads each one at the same time; one that vanished between the list and the reading is left out. */
export async function presentOnly<Item, T>(
  items: readonly Item[],
  read: (item: Item) => Promise<T | undefined>,
): Promise<T[]> {
  const found = await Promise.all(
    items.map(item =>
      read(item).catch((error: unknown) => {
        if (isGone(error)) return undefined;
        throw error;
      }),
    ),
  );
  return found.filter(value => value !== undefined);
}

/** EKS says ResourceNotFoundException, CloudFormation a ValidationError that says so in words. */
export function isGone(error: unknown): boolean {
  const { cause, message } = error as Error;
  const code = awsErrorCode(error) ?? awsErrorCode(cause);
  return (
    code === 'ResourceNotFoundException' ||
    (code === 'ValidationError' && /does not exist/.test(message))
  );
}
