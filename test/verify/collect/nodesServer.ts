import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { selfSigned } from '../world/certificate.ts';

/** The name in its certificate. */
const NAME = 'api.test';

/** An API of Kubernetes that knows nodes only, with an authority that no cluster of EKS has. */
export class NodesServer {
  /** Instance ids. */
  nodes: readonly string[] = [];
  private readonly pair = selfSigned(NAME, new Date(Date.now() + 3_600_000));
  private readonly server: Server = createServer(
    { key: this.pair.privateKey, cert: this.pair.certificate },
    ({ url }, answer) => {
      const known = url?.startsWith('/api/v1/nodes?');
      answer
        .writeHead(known ? 200 : 404, { 'content-type': 'application/json' })
        .end(JSON.stringify(known ? this.list() : {}));
    },
  );

  async open(): Promise<this> {
    await new Promise<void>(done => {
      this.server.listen(0, '127.0.0.1', done);
    });
    return this;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise(done => {
      this.server.close(done);
    });
  }

  /** How a kubeconfig names it. */
  get cluster() {
    const { port } = this.server.address() as AddressInfo;
    return {
      server: `https://127.0.0.1:${port}`,
      'tls-server-name': NAME,
      'certificate-authority-data': Buffer.from(this.pair.certificate).toString(
        'base64',
      ),
    };
  }

  private list() {
    return {
      kind: 'NodeList',
      apiVersion: 'v1',
      metadata: {},
      items: this.nodes.map(id => ({
        metadata: { name: id },
        spec: { providerID: `aws:///eu-central-1a/${id}` },
      })),
    };
  }
}
