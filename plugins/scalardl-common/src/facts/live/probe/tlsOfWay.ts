import { type Fact, read, unreadable } from '../../fact';
import { isFromEnvironment, readFlag } from '../../product/configuration';
import type { Properties } from '../../properties';
import { configuredPods, envoyTls } from '../configuration';
import type { Way } from '../ports/ways';
import { type LiveSide, together } from '../security/liveSide';

/** How a call is to be encrypted. */
export type PlannedTls =
  | { mode: 'none' }
  /** Without verifying the certificate, and why. */
  | { mode: 'trusting'; why: string }
  /** As the caller does: by the authority under this path of its container, for this name. */
  | { mode: 'verifying'; authority: string; serverName: string };

/** As the caller calls the side itself, or as the side wants to be called where the caller does not say. */
export function tlsOfWay(
  way: Way,
  { caller, called }: { caller: LiveSide; called: LiveSide },
): Fact<PlannedTls> {
  return caller.side === 'auditor'
    ? tlsOfAuditor(caller)
    : tlsBefore(way, called);
}

/** https://scalardl.scalar-labs.com/docs/latest/configurations/ */
const OF_AUDITOR = 'scalar.dl.auditor.tls';

function tlsOfAuditor(auditor: LiveSide): Fact<PlannedTls> {
  const facts = together(auditor, ['properties']);
  if (!facts.ok) return facts;
  const { properties } = facts.value;
  if (!properties) return unreadable('Auditor is not deployed');
  const enabled = readFlag(properties, `${OF_AUDITOR}.enabled`);
  if (enabled === undefined) {
    return unreadable(
      `${OF_AUDITOR}.enabled is set by an environment variable`,
    );
  }
  return read(enabled ? verifying(properties) : { mode: 'none' }, facts.source);
}

function verifying(properties: Properties): PlannedTls {
  const path = `${OF_AUDITOR}.ca_root_cert_path`;
  const authority = told(properties, path);
  if (authority === undefined) {
    return { mode: 'trusting', why: `${path} names no file` };
  }
  const serverName =
    told(properties, `${OF_AUDITOR}.override_authority`) ??
    told(properties, 'scalar.dl.auditor.ledger.host');
  return serverName === undefined
    ? { mode: 'trusting', why: 'the properties name no host to verify' }
    : { mode: 'verifying', authority, serverName };
}

function told(properties: Properties, key: string): string | undefined {
  const value = properties.get(key);
  return value && !isFromEnvironment(value) ? value : undefined;
}

const NO_AUTHORITY: PlannedTls = {
  mode: 'trusting',
  why: 'the properties of Ledger name no authority for Auditor',
};

/** Whether the side wants TLS where the load balancer leads: by its Envoy, or by the product itself. */
function tlsBefore({ entry }: Way, called: LiveSide): Fact<PlannedTls> {
  const wanted =
    entry.component === 'envoy' ? byEnvoy(called) : byProduct(called);
  if (!wanted.ok) return wanted;
  return read(wanted.value ? NO_AUTHORITY : { mode: 'none' }, wanted.source);
}

function byEnvoy(called: LiveSide): Fact<boolean> {
  const facts = together(called, ['productDeployments']);
  if (!facts.ok) return facts;
  const { productDeployments } = facts.value;
  const answers = configuredPods(productDeployments, 'envoy', called).map(pod =>
    envoyTls(pod, 'downstream', called.facts.envoyConfiguration),
  );
  const [first] = answers;
  if (!first) return unreadable('no Envoy shows whether it wants TLS');
  const other = answers.find(({ answer }) => answer !== first.answer);
  if (first.answer === 'unknown') return unreadable(first.detail);
  return other
    ? unreadable(`Envoys differ: ${first.detail}, and ${other.detail}`)
    : read(first.answer === 'yes', facts.source);
}

function byProduct(called: LiveSide): Fact<boolean> {
  const facts = together(called, ['properties']);
  if (!facts.ok) return facts;
  const { properties } = facts.value;
  const key = `scalar.dl.${called.side}.server.tls.enabled`;
  const enabled = properties && readFlag(properties, key);
  return enabled === undefined
    ? unreadable(`${key} is set by an environment variable`)
    : read(enabled, facts.source);
}
