import * as z from 'zod';
import { networkName } from './networkList';
import { readPorts } from './ports';

const EXPECTED_PORTS =
  'expected a port such as 50051, or a range such as "30000-32767"';

const port = z
  .union([z.number(), z.string()], { error: EXPECTED_PORTS })
  .transform((value, context) => {
    const ports = readPorts(value);
    if (ports) return ports;
    context.addIssue({ code: 'custom', message: EXPECTED_PORTS });
    return z.NEVER;
  });

const ports = z.array(port, { error: EXPECTED_PORTS });

const connection = z.strictObject(
  {
    name: networkName.optional(),
    from: networkName,
    to: networkName,
    ports: z
      .strictObject(
        { to: ports.default([]), from: ports.default([]) },
        {
          error:
            'expected to: with the ports opened at to, and from: with those opened at from',
        },
      )
      .default({ to: [], from: [] }),
    dns: z.boolean({ error: 'expected true or false' }).default(true),
  },
  { error: 'expected a connection with from, to and ports' },
);

export type ConnectionEntry = z.output<typeof connection>;

export const connectionList = z
  .array(connection, { error: 'expected a list of connections' })
  .min(1, { error: 'expected at least one connection' });
