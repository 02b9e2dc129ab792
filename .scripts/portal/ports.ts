import { type AddressInfo, createServer } from 'node:net';
import { PortalError } from './portalError';

/** The portal and its backend are reachable from this machine only. */
export const HOST = '127.0.0.1';

/** A port and the environment variable by which a person chooses another one. */
export interface PortChoice {
  variable: string;
  port: number;
}

/** Reads a port from the environment, with a default. */
export function portFromEnvironment(
  variable: string,
  fallback: number,
): PortChoice {
  const text = process.env[variable];
  if (text === undefined || text === '') return { variable, port: fallback };
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new PortalError(
      `Expected ${variable} to be a port from 1 to 65535, received "${text}".`,
    );
  }
  return { variable, port };
}

/** @throws PortalError where both are the same port. */
export function assertDifferent(one: PortChoice, other: PortChoice): void {
  if (one.port !== other.port) return;
  throw new PortalError(
    `Expected ${one.variable} and ${other.variable} to be different ports, received ${one.port} for both.`,
  );
}

/** @throws PortalError where something else listens on the port, naming the variable to set. */
export async function assertPortFree(choice: PortChoice): Promise<void> {
  try {
    await listenOnce(choice.port);
  } catch (cause) {
    throw new PortalError(
      `Port ${choice.port} on ${HOST} cannot be used: ${(cause as Error).message}. End the program that uses it, or set ${choice.variable} to another port.`,
      { cause },
    );
  }
}

/** A port that nothing listened on a moment ago. */
export async function freePort(): Promise<number> {
  return listenOnce(0);
}

function listenOnce(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(port, HOST, () => {
      const { port: bound } = server.address() as AddressInfo;
      server.close(() => resolve(bound));
    });
  });
}
