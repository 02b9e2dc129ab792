/* eslint-disable jest/no-export -- a topic of the suite that calls it */
import {
  ADMINISTRATOR,
  NOBODY,
} from '../../../testbed/kubernetes/callCluster.ts';
import { KUBERNETES_COLLECTORS } from '@scalardl-on-eks/verify-guidelines/src/collect/kubernetes';
import type { Meddling } from '../gate.ts';
import { plain, unreadFacts } from '../kubernetesBed.ts';
import type { World } from './world.ts';

/** What the API answers where the place in a list is older than what its database keeps. */
const EXPIRED: Meddling = {
  status: 410,
  body: JSON.stringify({
    kind: 'Status',
    apiVersion: 'v1',
    metadata: { continue: 'inconsistent' },
    status: 'Failure',
    message:
      'The provided continue parameter is too old to display a consistent list result.',
    reason: 'Expired',
    code: 410,
  }),
};

const BUSY: Meddling = {
  status: 429,
  body: 'Too many requests, please try again later.\n',
  headers: { 'retry-after': '0' },
};

export function outlastsTheNetwork({ bed, gate }: World): void {
  describe('through a network that is not kind', () => {
    const throughGate = () => {
      const { address, certificateAuthority } = gate();
      return {
        endpoint: { address, certificateAuthority },
        pageSize: 2,
      };
    };
    const isPodPage = (path: string) => path.startsWith('/api/v1/pods?');

    it.each<[string, Meddling]>([
      ['whose list expires between two pages', EXPIRED],
      ['that is busy', BUSY],
      ['that cuts an answer short', { cutAfter: 700 }],
    ])('are whole from an API %s', async (_, meddling) => {
      let times = 0;
      gate().meddle = ({ path }) => {
        const hit = isPodPage(path) && path.includes('continue=');
        return hit && ++times === 2 ? meddling : undefined;
      };
      const facts = await bed().collect(throughGate());
      expect(times).toBeGreaterThan(2);
      expect(plain(facts)).toEqual(plain(await bed().collect()));
    });

    it('are whole from an API that compresses', async () => {
      gate().meddle = () => ({ compress: true });
      const facts = await bed().collect(throughGate());
      expect(plain(facts)).toEqual(plain(await bed().collect()));
    });

    it.each<[string, Meddling, RegExp]>([
      [
        'whose lists always expire',
        EXPIRED,
        /^GET \/api\/v1\/pods was answered 410: The provided continue parameter is too old to display a consistent list result\.$/,
      ],
      [
        'that is always busy',
        BUSY,
        /^GET \/api\/v1\/pods was answered 429: Too many requests, please try again later\.$/,
      ],
      [
        'that always cuts its answer short',
        { cutAfter: 700 },
        /^https:\/\/127\.0\.0\.1:\d+ cut its answer to GET \/api\/v1\/pods short: aborted$/,
      ],
      [
        'that always cuts what it compresses short',
        { cutAfter: 300, compress: true },
        /^https:\/\/127\.0\.0\.1:\d+ cut its answer to GET \/api\/v1\/pods short: aborted$/,
      ],
      [
        'before which a proxy answers in another language',
        { status: 200, body: '<html>Sign in</html>' },
        /^GET \/api\/v1\/pods was answered by something that is no JSON\.$/,
      ],
    ])(
      'leave out only what is not read from an API %s',
      async (_, meddling, reason) => {
        gate().meddle = ({ path }) => (isPodPage(path) ? meddling : undefined);
        const facts = await bed().collect(throughGate());
        expect(unreadFacts(facts)).toEqual(['productPods', 'workloads']);
        expect(facts.workloads).toMatchObject({
          ok: false,
          reason: expect.stringMatching(reason),
        });
      },
    );

    it('are not empty lists where another server answers that it has no such page', async () => {
      gate().meddle = () => ({ status: 404, body: 'not found\n' });
      const facts = await bed().collect(throughGate());
      expect(unreadFacts(facts)).toEqual(everyFact());
      expect(facts.monitors).toEqual({
        ok: false,
        reason: 'GET /apis was answered 404: not found',
      });
    });

    it('say that nobody answers', async () => {
      const { certificateAuthority } = bed().cluster;
      const endpoint = { address: 'https://127.0.0.1:9', certificateAuthority };
      const facts = await bed().collect({ endpoint });
      expect(unreadFacts(facts)).toEqual(everyFact());
      expect(facts.nodes).toEqual({
        ok: false,
        reason:
          'https://127.0.0.1:9 does not answer: connect ECONNREFUSED 127.0.0.1:9',
      });
    });

    it('are not taken from somebody whose certificate another authority signed', async () => {
      const facts = await bed().collect({
        endpoint: {
          address: gate().address,
          certificateAuthority: bed().cluster.certificateAuthority,
        },
      });
      expect(unreadFacts(facts)).toEqual(everyFact());
      expect(gate().calls).toEqual([]);
    });

    it.each([
      [401, 'an-unknown-token', 'Unauthorized'],
      [
        403,
        NOBODY,
        'nodes is forbidden: User "arn:aws:iam::111111111111:role/nobody" cannot list resource "nodes" in API group "" at the cluster scope',
      ],
    ])('say why the API answers %i', async (status, token, message) => {
      const facts = await bed().collect({ token });
      expect(unreadFacts(facts)).toEqual(everyFact());
      expect(facts.nodes).toEqual({
        ok: false,
        reason: `GET /api/v1/nodes was answered ${status}: ${message}`,
      });
      expect(JSON.stringify(facts)).not.toContain(token);
      expect(token).not.toBe(ADMINISTRATOR);
    });
  });
}

/** `secrets` too: what it needs was not read. */
function everyFact(): string[] {
  return KUBERNETES_COLLECTORS.map(({ fact }) => fact).sort();
}
