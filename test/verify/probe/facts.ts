/* eslint-disable @backstage/no-forbidden-package-imports -- the fixture is a part of the package's own tests */
import {
  type KubernetesJson,
  type LiveFacts,
  readProperties,
} from '@scalardl-on-eks/plugin-scalardl-common';
import {
  changed,
  healthyFacts,
} from '@scalardl-on-eks/plugin-scalardl-common/src/facts/live/fixture/healthy.fixture';
import {
  AUDITOR,
  LEDGER,
} from '@scalardl-on-eks/plugin-scalardl-common/src/facts/live/fixture/side.fixture';

export const NAMESPACE = AUDITOR.namespace;

/** Of the Auditor's pods. */
export const IMAGE = 'ghcr.io/scalar-labs/scalardl-auditor-byol:3.13.0';

/** The Ledger's load balancer, as the probe calls it. */
export const ADDRESSES = {
  client: `${LEDGER.balancerHost}:${LEDGER.ports.client}`,
  privileged: `${LEDGER.balancerHost}:${LEDGER.ports.privileged}`,
};

/** Name in the Ledger's certificate. */
export const AUTHORITY = 'envoy.ledger.test';

/** Secret with the authority that the Auditor trusts. */
export const AUTHORITY_SECRET = 'ledger-ca';

const TLS = 'scalar.dl.auditor.tls';

const VERIFYING = {
  [`${TLS}.enabled`]: 'true',
  [`${TLS}.ca_root_cert_path`]: '/tls/ledger/ca.crt',
  [`${TLS}.override_authority`]: AUTHORITY,
};

/** A healthy pair whose Auditor trusts an authority that its pods mount. */
export function pairFacts({
  properties = VERIFYING,
  pod = {},
}: {
  /** Those of the Auditor. */
  properties?: Record<string, string>;
  /** Keys of the specification of the Auditor's pods. */
  pod?: object;
} = {}): LiveFacts {
  const place = { file: 'ConfigMap auditor', line: 1, column: 1 };
  const text = Object.entries(properties).map(entry => entry.join('='));
  const withProperties = changed(
    healthyFacts(),
    { side: 'auditor', fact: 'properties' },
    () =>
      readProperties(text.join('\n'), {
        whole: place,
        locateLine: () => place,
      }),
  );
  return changed(
    withProperties,
    { side: 'auditor', fact: 'productDeployments' },
    ([auditor, ...others]) =>
      auditor ? [mounting(auditor, pod), ...others] : [],
  );
}

interface Template {
  template: { spec: { containers: object[] } };
}

function mounting(deployment: KubernetesJson, keys: object): KubernetesJson {
  const { template } = deployment.spec as unknown as Template;
  const [container] = template.spec.containers;
  const mounted = {
    ...template.spec,
    containers: [
      {
        ...container,
        volumeMounts: [{ name: 'ledger', mountPath: '/tls/ledger' }],
      },
    ],
    volumes: [{ name: 'ledger', secret: { secretName: AUTHORITY_SECRET } }],
    ...keys,
  };
  return {
    ...deployment,
    spec: { ...deployment.spec, template: { ...template, spec: mounted } },
  };
}
