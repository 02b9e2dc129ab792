import type { Properties } from '../properties';

/** Where a side keeps its data, as far as its properties tell. */
export interface DatabaseEndpoints {
  storage: string;
  /** `host:port` in lower case; for DynamoDB the region. */
  endpoints: string[];
  /** Prefix that keeps the tables apart, where several products share one database. */
  namespace: string;
}

const DEFAULT_PORTS: Record<string, number> = {
  postgresql: 5432,
  mysql: 3306,
  mariadb: 3306,
  oracle: 1521,
  sqlserver: 1433,
  db2: 50000,
};

/**
 * The database of a product's properties; `undefined` where no contact point is set.
 * https://scalardl.scalar-labs.com/docs/latest/configurations/
 */
export function databaseEndpoints(
  properties: Properties,
  side: 'ledger' | 'auditor',
): DatabaseEndpoints | undefined {
  const contactPoints = properties.get('scalar.db.contact_points');
  if (!contactPoints) return undefined;
  const storage = properties.get('scalar.db.storage') ?? 'cassandra';
  const contactPort = properties.get('scalar.db.contact_port');
  const defaultNamespace = side === 'ledger' ? 'scalar' : 'auditor';
  return {
    storage,
    endpoints: endpointsOf(contactPoints, { storage, contactPort }),
    namespace:
      properties.get(`scalar.dl.${side}.namespace`) ?? defaultNamespace,
  };
}

export function endpointsOf(
  contactPoints: string,
  { storage, contactPort }: { storage: string; contactPort?: string },
): string[] {
  if (storage === 'jdbc') return [jdbcEndpoint(contactPoints)];
  if (storage === 'dynamo' || storage === 'cosmos')
    return [contactPoints.toLowerCase()];
  return contactPoints
    .split(',')
    .map(host => `${host.trim().toLowerCase()}:${contactPort ?? 9042}`);
}

/** `jdbc:postgresql://host:5432/name?…` → `host:5432`; an address it cannot take apart stays whole. */
function jdbcEndpoint(address: string): string {
  const match =
    /^jdbc:([a-z0-9]+):(?:thin:@)?(?:\/\/|@)?([^:/;?,]+)(?::(\d+))?/i.exec(
      address,
    );
  if (!match) return address.toLowerCase();
  const [, vendor = '', host = '', port] = match;
  const chosen = port ?? DEFAULT_PORTS[vendor.toLowerCase()] ?? '';
  return `${host}:${chosen}`.toLowerCase();
}
