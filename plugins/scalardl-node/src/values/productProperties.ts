import type { SideModel } from '../side/sideModel';
import { databaseProperties } from './database';
import { fromSecret, propertiesText } from './properties';

type Pair = [key: string, value: string | number | undefined];

/** The property that names the Ledger's load balancer to the Auditor. */
export const LEDGER_HOST_PROPERTY = 'scalar.dl.auditor.ledger.host';

/**
 * `ledger.properties` or `auditor.properties`.
 * Keys: https://scalardl.scalar-labs.com/docs/latest/configurations/
 */
export function productProperties(model: SideModel): string {
  return propertiesText([
    ...databaseProperties(model),
    ...(model.side === 'ledger' ? proof(model) : ledgerAddress(model)),
    ...authentication(model),
    ...serverTls(model),
    ...licence(model),
  ]);
}

function proof({ secrets }: SideModel): Pair[] {
  return [
    ['scalar.dl.ledger.proof.enabled', 'true'],
    ['scalar.dl.ledger.auditor.enabled', 'true'],
    [
      'scalar.dl.ledger.proof.private_key_path',
      secrets.keys && '/keys/private-key',
    ],
  ];
}

function ledgerAddress({
  spec,
  peer,
  secrets,
  environment,
  authority,
}: SideModel): Pair[] {
  const tls = environment.spec.tls.enabled;
  return [
    // Left out where nobody names the host: the deploy workflow adds the load balancer's current name.
    [LEDGER_HOST_PROPERTY, spec.ledgerHost],
    ['scalar.dl.auditor.ledger.port', peer.spec.loadBalancerPorts.client],
    [
      'scalar.dl.auditor.ledger.privileged_port',
      peer.spec.loadBalancerPorts.privileged,
    ],
    ['scalar.dl.auditor.private_key_path', secrets.keys && '/keys/private-key'],
    ['scalar.dl.auditor.tls.enabled', tls ? 'true' : undefined],
    [
      'scalar.dl.auditor.tls.ca_root_cert_path',
      tls ? '/tls/scalardl-ledger/certs/ca.crt' : undefined,
    ],
    [
      'scalar.dl.auditor.tls.override_authority',
      tls ? authority.peerEnvoy : undefined,
    ],
  ];
}

function authentication({ environment, side }: SideModel): Pair[] {
  const prefix = `scalar.dl.${side}`;
  if (environment.spec.authentication === 'digitalSignature') {
    return [[`${prefix}.authentication.method`, 'digital-signature']];
  }
  return [
    [`${prefix}.authentication.method`, 'hmac'],
    [
      `${prefix}.authentication.hmac.cipher_key`,
      fromSecret('SCALAR_DL_HMAC_CIPHER_KEY'),
    ],
    [
      `${prefix}.servers.authentication.hmac.secret_key`,
      fromSecret('SCALAR_DL_HMAC_SECRET_KEY'),
    ],
  ];
}

function serverTls({ environment, side }: SideModel): Pair[] {
  if (!environment.spec.tls.enabled) return [];
  const certificates = `/tls/scalardl-${side}/certs`;
  return [
    [`scalar.dl.${side}.server.tls.enabled`, 'true'],
    [`scalar.dl.${side}.server.tls.cert_chain_path`, `${certificates}/tls.crt`],
    [
      `scalar.dl.${side}.server.tls.private_key_path`,
      `${certificates}/tls.key`,
    ],
  ];
}

function licence({ environment }: SideModel): Pair[] {
  if (environment.spec.licensing !== 'byol') return [];
  return [
    ['scalar.dl.licensing.license_key', fromSecret('SCALAR_DL_LICENSE_KEY')],
    [
      'scalar.dl.licensing.license_check_cert_pem',
      fromSecret('SCALAR_DL_LICENSE_CHECK_CERT_PEM'),
    ],
  ];
}
