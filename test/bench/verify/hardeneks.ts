import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { bearerToken } from '../../testbed/eks/bearerToken';
import type { World, WorldSide } from '../../verify/world/world';
import { type Measured, measured } from './measured';

/**
 * hardeneks over one cluster, as its documents say: with a kubeconfig and the credentials of an administrator.
 *
 * https://github.com/aws-samples/hardeneks
 */
export async function runHardeneks(
  { testbed }: World,
  {
    side,
    program,
    folder,
  }: { side: WorldSide; program: string; folder: string },
): Promise<Measured> {
  const directory = join(folder, `hardeneks-${side.side}`);
  await mkdir(directory, { recursive: true });
  const credentials = await testbed.signIn(side.place.account);
  const kubeconfig = join(directory, 'kubeconfig');
  const token = bearerToken({
    cluster: side.plan.cluster,
    url: testbed.url,
    env: credentials,
  });
  await writeFile(kubeconfig, stringify(kubeconfigOf(side, token)));
  const region = side.place.region;
  const cost = await measured({
    command: [
      program,
      '--region',
      region,
      '--context',
      side.plan.cluster,
      '--cluster',
      side.plan.cluster,
      '--export-json',
      join(directory, 'report.json'),
    ],
    env: {
      ...credentials,
      AWS_ENDPOINT_URL: testbed.url,
      AWS_DEFAULT_REGION: region,
      KUBECONFIG: kubeconfig,
    },
    directory,
  });
  if (cost.exitCode === 0) return cost;
  throw new Error(
    `Expected hardeneks to end with 0, received ${cost.exitCode}:\n${cost.output}`,
  );
}

function kubeconfigOf(
  { cluster, plan: { cluster: name } }: WorldSide,
  token: string,
) {
  return {
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [
      {
        name,
        cluster: {
          server: cluster.endpoint,
          'certificate-authority-data': cluster.certificateAuthority,
        },
      },
    ],
    users: [{ name, user: { token } }],
    contexts: [{ name, context: { cluster: name, user: name } }],
    'current-context': name,
  };
}
