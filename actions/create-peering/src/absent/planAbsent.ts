import type { Change } from '../plan/change';
import { halfChanges } from '../plan/planLink';
import type { MadeLink } from './absentLink';

/** What is to be removed of a connection. */
export function planAbsent({ link, halves, made, tagged }: MadeLink): Change[] {
  const connection = link.connection.name;
  return [
    ...halves.flatMap(({ half, rules, routes, dns }) => [
      ...halfChanges({
        half,
        dns: false,
        routes: { changes: routes, conflicts: [] },
        rules: { create: [], remove: rules },
      }),
      ...(dns
        ? [
            {
              connection,
              network: half.network.name,
              action: 'set',
              kind: 'dns',
              subject: `resolution of names of ${half.other.name}, off again`,
            } as const,
          ]
        : []),
    ]),
    ...(made
      ? [
          {
            connection,
            network: made.half.network.name,
            action: 'remove',
            kind: 'peering',
            subject: made.peering.id,
          } as const,
        ]
      : []),
    ...tagged.map(
      ({ half, peering }) =>
        ({
          connection,
          network: half.network.name,
          action: 'release',
          kind: 'peering',
          subject: peering.id,
        }) as const,
    ),
  ];
}
