import { request } from 'node:https';
import type { Cluster } from './startClusters.ts';

/** What the API answered. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** Tokens that the clusters of this folder's tests know. */
export const ADMINISTRATOR = 'administrator-token';
export const NOBODY = 'nobody-token';

/** Calls through the door on a connection of its own, trusting the cluster's authority only. */
export function callCluster(
  { endpoint, certificateAuthority }: Cluster,
  path: string,
  {
    token,
    method = 'GET',
    body,
  }: { token?: string; method?: string; body?: object } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const call = request(
      `${endpoint}${path}`,
      {
        method,
        agent: false,
        ca: Buffer.from(certificateAuthority, 'base64'),
        headers: {
          'content-type': 'application/json',
          ...(token && { authorization: `Bearer ${token}` }),
        },
        timeout: 3_000,
      },
      response => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            body: parsed(Buffer.concat(chunks).toString()),
          }),
        );
      },
    );
    call.on('timeout', () => call.destroy(new Error('no answer')));
    call.on('error', reject);
    call.end(body && JSON.stringify(body));
  });
}

function parsed(text: string): unknown {
  return text.startsWith('{') ? JSON.parse(text) : text;
}
