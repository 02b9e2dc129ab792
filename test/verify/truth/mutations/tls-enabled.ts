import type { WorldSide } from '../../world/world.ts';
import type { Mutation } from '../mutation.ts';
import { pathsOf } from '../paths.ts';
import { changeProperties } from '../properties.ts';
import { rollOutContainer } from '../rollOut.ts';

interface Envoy {
  spec: {
    template: {
      spec: { containers: { env: { name: string; value: string }[] }[] };
    };
  };
}

async function envoyWithout(side: WorldSide, variable: string) {
  const path = pathsOf(side.plan).envoy;
  const { spec } = await side.kube.get<Envoy>(path);
  const [{ env } = { env: [] }] = spec.template.spec.containers;
  return rollOutContainer(side, path, {
    env: env.map(one =>
      one.name === variable ? { ...one, value: 'false' } : one,
    ),
  });
}

export const mutations: Mutation[] = [
  {
    name: 'Envoy has TLS in front and none behind',
    guideline: 'tls-enabled',
    apply: ({ ledger }) => envoyWithout(ledger, 'envoy_upstream_tls'),
    expect: { 'tls-enabled/ledger': 'fail' },
    observed: 'envoy_upstream_tls is',
  },
  {
    name: 'certificates are mounted, and the product listens in clear text',
    guideline: 'tls-enabled',
    apply: ({ ledger }) =>
      changeProperties(ledger, text =>
        text.replace('server.tls.enabled=true', 'server.tls.enabled=false'),
      ),
    expect: { 'tls-enabled/ledger': 'fail' },
    observed: 'scalar.dl.ledger.server.tls.enabled is',
  },
  {
    name: 'the Auditor calls the Ledger in clear text',
    guideline: 'tls-enabled',
    apply: ({ auditor }) =>
      changeProperties(auditor, text =>
        text.replace(/.*scalar\.dl\.auditor\.tls\.enabled.*\n/, ''),
      ),
    expect: { 'tls-enabled/auditor': 'fail' },
    observed: 'scalar.dl.auditor.tls.enabled is not set',
  },
];
