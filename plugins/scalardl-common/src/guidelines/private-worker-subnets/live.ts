import type { LiveInstance, LiveNetworkInterface } from '../../facts/live';
import { privacyOf } from '../../facts/live/routing';
import { nodeSubnets, standingInstances } from '../../facts/live/subnets';
import type { Subject } from '../../report/report';
import { verdictOf } from '../certainty';
import { combine } from '../finding';
import { gapSubjects } from '../gapSubjects';
import { liveSideCheck } from '../liveCheck';

/** Judges where nodes really stand and where groups start them, by route tables, and every address of the machines. */
export const live = liveSideCheck({
  needs: ['instances', 'routeTables'],
  check: ({ instances, routeTables }, { given }) => {
    const { subnets, gaps } = nodeSubnets(given);
    const { networkInterfaces } = given;
    return combine(
      [
        ...publicAddresses(
          standingInstances(instances),
          networkInterfaces.ok ? networkInterfaces.value : [],
        ),
        ...subnets.map(({ id, uses }): Subject => {
          const { answer, detail } = privacyOf(id, routeTables);
          return {
            id,
            verdict: verdictOf(answer),
            detail: `${detail} (${uses.join(', ')})`,
          };
        }),
        ...gapSubjects(gaps, 'nodes'),
      ],
      {
        none: 'no nodes and no node groups',
        expected: 'private subnets, and no public address on a node',
      },
    );
  },
});

/** An address may also hang on a second interface of a machine, which the machine itself does not show. */
function publicAddresses(
  instances: readonly LiveInstance[],
  interfaces: readonly LiveNetworkInterface[],
): Subject[] {
  const own = new Set(instances.map(({ id }) => id));
  const addresses = new Map(
    instances.flatMap(({ id, publicAddress }) =>
      publicAddress ? [[id, publicAddress] as const] : [],
    ),
  );
  for (const { instanceId, publicAddress } of interfaces)
    if (instanceId && publicAddress && own.has(instanceId))
      addresses.set(instanceId, publicAddress);
  return [...addresses].map(([id, address]) => ({
    id,
    verdict: 'fail',
    detail: `${id} has the public address ${address}`,
  }));
}
