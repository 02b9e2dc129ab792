import type { Side } from '../../../report/report';
import { changed, healthyFacts, unread } from '../fixture/healthy.fixture';
import { AUDITOR, LEDGER } from '../fixture/side.fixture';
import type { LiveFacts } from '../liveFacts';
import { readProperties } from '../../properties';
import { planProbe } from './planProbe';

function plan(from: Side, facts: LiveFacts) {
  const { ledger, auditor, settings } = facts;
  return planProbe(from, { given: { ledger, auditor }, settings });
}

/** TLS as it is planned, or why it is not. */
function tlsOf(from: Side, facts: LiveFacts): unknown {
  const planned = plan(from, facts);
  if (!planned.ok) return planned.reason;
  const [call] = planned.value?.calls ?? [];
  return call?.tls ?? planned.value?.ends[0]?.detail;
}

function withAuditor(lines: Record<string, string>): LiveFacts {
  const place = { file: 'auditor', line: 1, column: 1 };
  const text = Object.entries(lines).map(line => line.join('='));
  return changed(healthyFacts(), { side: 'auditor', fact: 'properties' }, () =>
    readProperties(text.join('\n'), {
      whole: place,
      locateLine: () => place,
    }),
  );
}

const TLS = 'scalar.dl.auditor.tls';
const ENABLED = { [`${TLS}.enabled`]: 'true' };
const TRUSTED = { [`${TLS}.ca_root_cert_path`]: '/tls/ca.crt' };

describe('planProbe', () => {
  it.each([
    ['auditor' as const, LEDGER],
    ['ledger' as const, AUDITOR],
  ])('lets the %s ask both ports of the other', (from, other) => {
    expect(plan(from, healthyFacts())).toMatchObject({
      ok: true,
      value: {
        ends: [],
        ranges: [other.cidr],
        calls: [
          {
            id: `client port, ${other.balancerHost}:${other.ports.client}`,
            host: other.balancerHost,
            port: other.ports.client,
          },
          { port: other.ports.privileged },
        ],
      },
    });
  });

  it.each<[string, Record<string, string>, unknown]>([
    ['in clear text without TLS', {}, { mode: 'none' }],
    [
      'by its authority, for the name that overrides the host',
      { ...ENABLED, ...TRUSTED, [`${TLS}.override_authority`]: 'envoy.test' },
      {
        mode: 'verifying',
        authority: '/tls/ca.crt',
        serverName: 'envoy.test',
      },
    ],
    [
      'by its authority, for the host that it calls',
      {
        ...ENABLED,
        ...TRUSTED,
        'scalar.dl.auditor.ledger.host': 'ledger.internal',
      },
      {
        mode: 'verifying',
        authority: '/tls/ca.crt',
        serverName: 'ledger.internal',
      },
    ],
    [
      'without verifying where no file holds the authority',
      ENABLED,
      { mode: 'trusting', why: `${TLS}.ca_root_cert_path names no file` },
    ],
    [
      'not at all where the environment decides',
      { [`${TLS}.enabled`]: '${env:TLS}' },
      `${TLS}.enabled is set by an environment variable`,
    ],
  ])('lets the Auditor call %s', (_, lines, expected) => {
    expect(tlsOf('auditor', withAuditor(lines))).toEqual(expected);
  });

  it('lets the Ledger call as the Envoy of the Auditor wants it', () => {
    expect(tlsOf('ledger', healthyFacts())).toEqual({
      mode: 'trusting',
      why: 'the properties of Ledger name no authority for Auditor',
    });
    const envoy = (value: string) =>
      changed(
        healthyFacts(),
        { side: 'auditor', fact: 'productDeployments' },
        all =>
          JSON.parse(
            JSON.stringify(all).replace(
              '"envoy_downstream_tls","value":"true"',
              `"envoy_downstream_tls",${value}`,
            ),
          ),
      );
    expect(tlsOf('ledger', envoy('"value":"false"'))).toEqual({ mode: 'none' });
    expect(tlsOf('ledger', envoy('"valueFrom":{}'))).toBe(
      'envoy_downstream_tls is set from elsewhere',
    );
  });

  it('plans nothing where a side has no product', () => {
    const facts = changed(
      healthyFacts(),
      { side: 'ledger', fact: 'productDeployments' },
      () => [],
    );
    expect(plan('auditor', facts)).toMatchObject({
      ok: true,
      value: undefined,
    });
  });

  it('tells where there is nothing to ask', () => {
    const facts = changed(
      healthyFacts(),
      { side: 'ledger', fact: 'services' },
      () => [],
    );
    const planned = plan('auditor', facts);
    expect(planned).toMatchObject({
      ok: true,
      value: { calls: [], ends: [{ answer: 'no' }, { answer: 'no' }] },
    });
  });

  it.each<[Side, 'loadBalancers' | 'properties' | 'services']>([
    ['ledger', 'loadBalancers'],
    ['ledger', 'services'],
    ['auditor', 'properties'],
  ])('cannot plan where of %s %s was not read', (side, fact) => {
    expect(plan('auditor', unread(healthyFacts(), { side, fact }))).toEqual({
      ok: false,
      reason: expect.stringContaining(`${fact} was denied`),
    });
  });
});
