import { present } from './present';
import { type Call, type SendOptions, call, unless } from './call';
import { forEach } from './batches';
import type { SideAccess } from '../sideAccess';

/** Describes each of these parts of a cluster; one that has gone since it was listed is left out. */
export async function describeEach<Part>(
  access: SideAccess,
  names: readonly string[],
  {
    action,
    describe,
  }: Pick<Call, 'action'> & {
    describe(name: string, options: SendOptions): Promise<Part | undefined>;
  },
): Promise<Part[]> {
  const found = await forEach(names, name =>
    unless('ResourceNotFoundException', () =>
      call(access, { action, about: `of ${name}` }, options =>
        describe(name, options),
      ),
    ),
  );
  return present(found);
}
