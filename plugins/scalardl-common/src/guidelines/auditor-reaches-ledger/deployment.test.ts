import { changed } from '../../facts/live/fixture/healthy.fixture';
import type { LiveFacts } from '../../facts/live';
import { healthy, judge, ledger } from '../__testUtils__/ledgerReach';

describe('auditor-reaches-ledger, live, wherever it is deployed', () => {
  it.each<[string, LiveFacts, string, string]>([
    [
      'the release is installed under another name than the environment says',
      {
        ...healthy,
        settings: {
          ...healthy.settings,
          release: {
            ...healthy.settings.release,
            ledger: { name: 'other', namespace: 'elsewhere' },
          },
        },
      },
      'pass',
      'sg-ledger-balancer',
    ],
    [
      'Deployments have no labels of the charts but known images',
      changed(
        changed(healthy, { side: ledger, fact: 'productDeployments' }, list =>
          list.map(deployment => {
            const template = deployment.spec?.template as { spec: object };
            const labels = { app: deployment.metadata.name };
            const spec = {
              ...deployment.spec,
              template: { ...template, metadata: { labels } },
            };
            return { ...deployment, spec };
          }),
        ),
        { side: ledger, fact: 'services' },
        services =>
          services.map(service => ({
            ...service,
            spec: {
              ...service.spec,
              selector: { app: 'scalardl-ledger-envoy' },
            },
          })),
      ),
      'pass',
      'sg-ledger-balancer',
    ],
    [
      'Ledger is not deployed',
      changed(healthy, { side: ledger, fact: 'productDeployments' }, () => []),
      'skipped',
      'Ledger is not deployed',
    ],
    [
      'the Auditor’s cluster gives its pods IPv6 addresses',
      changed(healthy, { side: 'auditor', fact: 'cluster' }, cluster => ({
        ...cluster,
        ipFamily: 'ipv6' as const,
      })),
      'skipped',
      'IPv6 clusters are not judged',
    ],
  ])('where %s', (_, facts, verdict, text) => {
    const result = judge(facts);
    expect(result.text).toContain(text);
    expect(result.verdict).toBe(verdict);
  });
});
