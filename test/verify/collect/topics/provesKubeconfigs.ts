/* eslint-disable jest/no-export, jest/require-top-level-describe -- defines tests for the suite that calls it */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LiveCluster } from '@scalardl-on-eks/plugin-scalardl-common';
import { openSide } from '@scalardl-on-eks/verify-guidelines/src/collect/openSide';
import { present } from '../../../testbed/awsClients.ts';
import { readerOf } from '../collectAws.ts';
import { NodesServer } from '../nodesServer.ts';
import { valueIn } from '../valueIn.ts';
import type { Told } from './tellsFacts.ts';

/** Where a kubeconfig leads is the cluster, or nothing of it is read. */
export function provesKubeconfigs({ facts, side, world }: Told): void {
  let folder: string;
  let server: NodesServer;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'proof-'));
    server = await new NodesServer().open();
  });
  afterAll(async () => {
    await server.close();
    rmSync(folder, { recursive: true });
  });

  const cluster = (): LiveCluster => valueIn(facts(), 'cluster');

  /** Opens the API that such a kubeconfig names, and says why not. */
  const open = async (named: object) => {
    const path = join(folder, 'config.json');
    const context = { name: 'pay', context: { cluster: 'pay', user: 'me' } };
    writeFileSync(
      path,
      JSON.stringify({
        contexts: [context],
        clusters: [{ name: 'pay', cluster: named }],
        users: [{ name: 'me', user: { token: 'token' } }],
      }),
    );
    const opened = await openSide(
      { ...readerOf(side()), kubeconfig: { path, context: 'pay' } },
      { at: Date.now() + 60_000, setBy: 'this test' },
    );
    try {
      await opened.openKubernetes(cluster());
      return undefined;
    } catch (error) {
      return (error as Error).message.replace(folder, 'FOLDER');
    } finally {
      opened.close();
    }
  };

  const machineOf = (name: string) =>
    present(
      valueIn(facts(), 'instances').find(
        ({ tags }) => `kubernetes.io/cluster/${name}` in tags,
      ),
    ).id;

  it('take a kubeconfig with the authority of the cluster, whatever its address', async () => {
    const own = {
      server: 'https://localhost:8443',
      'certificate-authority-data': cluster().certificateAuthority,
    };
    expect(await open(own)).toBeUndefined();
  });

  it('take one with another authority whose nodes are machines of the cluster', async () => {
    server.nodes = [machineOf(cluster().name)];
    expect(await open(server.cluster)).toBeUndefined();
  });

  it('refuse one whose nodes are machines of another account', async () => {
    server.nodes = [present(world().auditor.machines.joined)];
    const reason = await open(server.cluster);
    expect(reason).toContain(
      `FOLDER/config.json (context pay): expected a way to the EKS cluster ${cluster().name} (${cluster().endpoint.address}), received ${server.cluster.server}, which is not proved to be that`,
    );
    expect(reason).toContain('are no machines of this account and region');
  });

  it('refuse one whose nodes include a machine without a tag of the cluster', async () => {
    const stranger = side().machines.joinedElsewhere;
    server.nodes = [machineOf(cluster().name), stranger];
    expect(await open(server.cluster)).toContain(
      `its nodes (${stranger}) carry no tag of that cluster`,
    );
  });

  it('refuse one without a node', async () => {
    server.nodes = [];
    expect(await open(server.cluster)).toContain(
      'none of its nodes is a machine of EC2',
    );
  });
}
