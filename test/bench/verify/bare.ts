import { join } from 'node:path';
import { bearerToken } from '../../testbed/eks/bearerToken';
import type { World } from '../../verify/world/world';
import { type Measured, measured } from './measured';

export interface Download extends Measured {
  bytes: number;
}

/** The least that anybody who judges the clusters has to do: download the large lists of both. */
export async function download(
  { testbed, ledger, auditor }: World,
  directory: string,
): Promise<Download> {
  const clusters = await Promise.all(
    [ledger, auditor].map(async ({ cluster, plan, place }) => ({
      address: cluster.endpoint,
      authority: cluster.certificateAuthority,
      token: bearerToken({
        cluster: plan.cluster,
        url: testbed.url,
        env: await testbed.signIn(place.account),
      }),
    })),
  );
  const cost = await measured({
    command: [
      process.execPath,
      join(__dirname, 'bareDownload.mjs'),
      JSON.stringify(clusters),
    ],
    env: {},
    directory,
  });
  if (cost.exitCode !== 0) throw new Error(cost.output);
  return { ...cost, bytes: Number(cost.output) };
}
