// Downloads, page by page, the lists that the live stage reads, and does nothing with them. What it is given: a
// JSON list of { address, authority, token }, one a cluster. Prints the bytes.
import { Agent, get } from 'node:https';
import { createGunzip } from 'node:zlib';

const PAGE = 500;
const METADATA =
  'application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1';
const LISTS = [
  ['/api/v1/pods', 'application/json'],
  ['/api/v1/nodes', 'application/json'],
  ['/apis/apps/v1/deployments', 'application/json'],
  ['/apis/apps/v1/replicasets', METADATA],
];

function download(cluster, { path, accept }) {
  const { address, agent, token } = cluster;
  return new Promise((resolve, reject) => {
    const headers = {
      authorization: `Bearer ${token}`,
      accept,
      'accept-encoding': 'gzip',
    };
    get(new URL(path, address), { agent, headers }, response => {
      let head = '';
      let bytes = 0;
      const zipped = response.headers['content-encoding'] === 'gzip';
      const body = zipped ? response.pipe(createGunzip()) : response;
      body.on('data', chunk => {
        bytes += chunk.length;
        if (head.length < 2000) head += chunk.toString('latin1', 0, 2000);
      });
      body.on('error', reject);
      body.on('end', () => {
        if (response.statusCode !== 200)
          reject(
            new Error(`${path} was answered ${response.statusCode}: ${head}`),
          );
        resolve({ bytes, next: /"continue":"([^"]+)"/.exec(head)?.[1] });
      });
    }).on('error', reject);
  });
}

async function downloadList(cluster, [path, accept]) {
  let total = 0;
  let next;
  do {
    const query = new URLSearchParams({
      limit: String(PAGE),
      ...(next ? { continue: next } : {}),
    });
    const page = await download(cluster, { path: `${path}?${query}`, accept });
    total += page.bytes;
    next = page.next;
  } while (next);
  return total;
}

const clusters = JSON.parse(process.argv[2]).map(
  ({ authority, ...cluster }) => ({
    ...cluster,
    agent: new Agent({ keepAlive: true, ca: Buffer.from(authority, 'base64') }),
  }),
);
const totals = await Promise.all(
  clusters.flatMap(cluster => LISTS.map(list => downloadList(cluster, list))),
);
process.stdout.write(`${totals.reduce((sum, bytes) => sum + bytes, 0)}\n`);
process.exit();
