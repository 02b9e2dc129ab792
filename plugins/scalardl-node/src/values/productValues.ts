import { meteringServiceAccount } from '../cluster/iam';
import type { SideModel } from '../side/sideModel';
import type { Comment } from '../yaml/yamlText';
import { envoy } from './envoy';
import { SOURCE_RANGES } from './loadBalancer';
import { monitors } from './monitors';
import { productProperties } from './productProperties';
import { ROLLING_UPDATE, spread } from './spread';
import type { ChartValues } from './valuesFile';

/** Values of Scalar's `scalardl` or `scalardl-audit` chart, Envoy subchart included. */
export function productValues(model: SideModel): ChartValues {
  const { product } = model;
  return {
    overlay: 'scalardl',
    file: product.chart,
    purpose: `Helm values of ${product.title}: chart ${product.chart} ${product.chartVersion}, release ${product.release}.`,
    content: {
      data: { envoy: envoy(model), [product.app]: productKey(model) },
      comments: comments(model),
    },
  };
}

function productKey(model: SideModel): Record<string, unknown> {
  const { environment, spec, product, secrets } = model;
  const { licensing, productVersion } = environment.spec;
  return {
    image: { repository: product.images[licensing], version: productVersion },
    replicaCount: spec.pods.replicas,
    [product.propertiesKey]: productProperties(model),
    secretName: secrets.credentials,
    ...authenticationMethod(model),
    ...keyVolume(model),
    ...serviceAccount(model),
    resources: {
      requests: { cpu: '2000m', memory: '4Gi' },
      limits: { cpu: '2000m', memory: '4Gi' },
    },
    strategy: ROLLING_UPDATE,
    affinity: spread(product.name, product.app),
    ...tls(model),
    ...monitors(model),
  };
}

/** Only the Auditor's chart has the key; without it that chart mounts a key secret that HMAC has not. */
function authenticationMethod(model: SideModel): Record<string, unknown> {
  if (model.side === 'ledger') return {};
  const method =
    model.environment.spec.authentication === 'hmac'
      ? 'hmac'
      : 'digital-signature';
  return { authentication: { method } };
}

function keyVolume({ secrets }: SideModel): Record<string, unknown> {
  if (!secrets.keys) return {};
  return {
    extraVolumes: [
      { name: secrets.keys, secret: { secretName: secrets.keys } },
    ],
    extraVolumeMounts: [
      { name: secrets.keys, mountPath: '/keys', readOnly: true },
    ],
  };
}

function serviceAccount(model: SideModel): Record<string, unknown> {
  if (model.environment.spec.licensing !== 'awsMarketplace') return {};
  return {
    serviceAccount: {
      serviceAccountName: meteringServiceAccount(model),
      automountServiceAccountToken: true,
    },
  };
}

function tls({ secrets, authority }: SideModel): Record<string, unknown> {
  if (!secrets.tls) return {};
  return {
    tls: {
      enabled: true,
      overrideAuthority: authority.product,
      caRootCertSecret: secrets.tls,
      certChainSecret: secrets.tls,
      privateKeySecret: secrets.tls,
      ...(secrets.ledgerCa
        ? { caRootCertForLedgerSecret: secrets.ledgerCa }
        : {}),
      ...(secrets.metricsCa
        ? { caRootCertSecretForServiceMonitor: secrets.metricsCa }
        : {}),
    },
  };
}

function comments({ environment, product }: SideModel): Comment[] {
  const byol = environment.spec.licensing === 'byol';
  const rollOut = {
    guideline: 'rollout-capacity',
    text: 'no surge pod, because the nodes have no room for one and the roll-out would never end.',
  };
  const spreadOut = {
    guideline: 'product-pods-spread',
    text: 'preferred, not required, because a required rule stops a roll-out on three nodes.',
  };
  return [
    {
      at: ['envoy', 'service', 'annotations', SOURCE_RANGES],
      guideline: 'restricted-source-ranges',
      text: 'this VPC, the other side and the applications; without the line everybody is admitted.',
    },
    { at: ['envoy', 'strategy'], ...rollOut },
    { at: [product.app, 'strategy'], ...rollOut },
    { at: [product.app, 'affinity'], ...spreadOut },
    {
      at: [product.app, 'resources'],
      ...(byol
        ? {
            guideline: 'byol-resource-requests',
            text: 'at least 2 vCPU and 4 GiB.',
          }
        : {
            guideline: 'marketplace-resource-limits',
            text: 'a pod whose limits exceed 2 vCPU or 4 GiB stops.',
          }),
    },
  ];
}
