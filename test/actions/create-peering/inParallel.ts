/** As many at once as two cores carry. */
const AT_ONCE = 4;

/** Does the work for every item, a few at once, and fails with the first failure. */
export function inParallel<Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const queue = [...items];
  return sideBySide(async goesOn => {
    while (goesOn()) {
      const item = queue.shift();
      if (item === undefined) return;
      await work(item);
    }
  });
}

/**
 * Does the same work a few times at once, and fails with the first failure once all of them have ended.
 *
 * @param work - asks before each step whether the others still go on
 */
export async function sideBySide(
  work: (goesOn: () => boolean) => Promise<void>,
): Promise<void> {
  let failures = 0;
  const ended = await Promise.allSettled(
    Array.from({ length: AT_ONCE }, () =>
      work(() => failures === 0).catch(error => {
        failures += 1;
        throw error;
      }),
    ),
  );
  const failed = ended.find(({ status }) => status === 'rejected');
  if (failed?.status === 'rejected') throw failed.reason;
}
