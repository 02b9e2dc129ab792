import type { SidePlan } from '../sidePlan.ts';
import { authority } from './release.ts';

/** What a side's properties need to know of AWS. */
export interface PropertiesWish {
  readonly databaseHost: string;
  /** Name of the Ledger's load balancer, for the Auditor. */
  readonly ledgerHost?: string;
}

const LEDGER_MODE = [
  'scalar.dl.ledger.proof.enabled=true',
  'scalar.dl.ledger.auditor.enabled=true',
];

/** The text of `ledger.properties` or `auditor.properties`: shared secrets, TLS and own licence. */
export function productProperties(
  plan: SidePlan,
  wish: PropertiesWish,
): string {
  const { side } = plan;
  const own = `scalar.dl.${side}`;
  const lines = [
    'scalar.db.storage=jdbc',
    `scalar.db.contact_points=${contactPoints(plan, wish)}`,
    'scalar.db.username=${env:SCALAR_DB_USERNAME}',
    'scalar.db.password=${env:SCALAR_DB_PASSWORD}',
    ...(side === 'ledger' ? LEDGER_MODE : callsLedger(plan, wish)),
    `${own}.authentication.method=hmac`,
    `${own}.authentication.hmac.cipher_key=\${env:SCALAR_DL_HMAC_CIPHER_KEY}`,
    `${own}.servers.authentication.hmac.secret_key=\${env:SCALAR_DL_HMAC_SECRET_KEY}`,
    `${own}.server.tls.enabled=true`,
    `${own}.server.tls.cert_chain_path=/tls/scalardl-${side}/certs/tls.crt`,
    `${own}.server.tls.private_key_path=/tls/scalardl-${side}/certs/tls.key`,
    'scalar.dl.licensing.license_key=${env:SCALAR_DL_LICENSE_KEY}',
    'scalar.dl.licensing.license_check_cert_pem=${env:SCALAR_DL_LICENSE_CHECK_CERT_PEM}',
  ];
  return `${lines.join('\n')}\n`;
}

/** Where a side's data is, as its properties and the environment file say. */
export function contactPoints(
  { side }: SidePlan,
  { databaseHost }: PropertiesWish,
): string {
  return `jdbc:postgresql://${databaseHost}:5432/${side}`;
}

function callsLedger(
  { peer }: SidePlan,
  { ledgerHost }: PropertiesWish,
): string[] {
  const { ports } = peer;
  return [
    `scalar.dl.auditor.ledger.host=${ledgerHost}`,
    `scalar.dl.auditor.ledger.port=${ports.client}`,
    `scalar.dl.auditor.ledger.privileged_port=${ports.privileged}`,
    'scalar.dl.auditor.tls.enabled=true',
    'scalar.dl.auditor.tls.ca_root_cert_path=/tls/scalardl-ledger/certs/ca.crt',
    `scalar.dl.auditor.tls.override_authority=envoy.${authority(peer)}`,
  ];
}
