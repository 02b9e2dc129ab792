import { endpointsOf } from '../../database/endpoints';
import { isFromEnvironment } from '../../product/configuration';
import { type Storage, titleOf } from './storages';

/** One end at which a storage is reached. */
export interface StorageEnd {
  /** In lower case, without port; for DynamoDB the region. */
  host: string;
  /** `host:port` where there are ports. */
  endpoint: string;
}

/** The ends of one storage, or why nobody can tell them. */
export type StorageEnds =
  { ok: true; ends: StorageEnd[] } | { ok: false; reason: string };

/** Where a storage is reached: a JDBC address and the contact points of Cassandra may name several hosts. */
export function endsOf(storage: Storage): StorageEnds {
  const { contactPoints, contactPort } = storage;
  if (!contactPoints) return no(storage, 'are not set');
  if (isFromEnvironment(contactPoints)) {
    return no(storage, 'are set by an environment variable');
  }
  const addresses =
    storage.storage === 'jdbc' ? hostByHost(contactPoints) : [contactPoints];
  if (!addresses) return no(storage, 'name no host that can be recognised');
  const endpoints = addresses.flatMap(address =>
    endpointsOf(address, { storage: storage.storage, contactPort }),
  );
  return {
    ok: true,
    ends: endpoints.map(endpoint => ({ endpoint, host: hostOf(endpoint) })),
  };
}

function no(storage: Storage, what: string): StorageEnds {
  return { ok: false, reason: `contact points of ${titleOf(storage)} ${what}` };
}

const AUTHORITY = /^jdbc:([a-z0-9]+):(?:thin:)?@?(?:\/\/)?([^/;?(]+)/i;
const DESCRIPTION = /\(\s*HOST\s*=\s*([^)\s]+)\s*\)/gi;

/** A JDBC address as one address for each of its hosts; `undefined` where no host is recognised. */
function hostByHost(address: string): string[] | undefined {
  const described = [...address.matchAll(DESCRIPTION)].map(([, host]) => host);
  if (described.length > 0) {
    return described.map(host => `jdbc:oracle://${host}`);
  }
  const [, vendor = '', authority = ''] = AUTHORITY.exec(address) ?? [];
  const hosts = authority
    // Who signs in may stand before the hosts, and is nobody's business.
    .replace(/^.*@/, '')
    .split(',')
    .filter(host => /^[^:]+/.test(host));
  if (hosts.length === 0) return undefined;
  return hosts.map(host => `jdbc:${vendor}://${host}`);
}

/** An address of Cosmos DB keeps its form. */
function hostOf(endpoint: string): string {
  return endpoint.includes('://') ? endpoint : endpoint.replace(/:\d*$/, '');
}
