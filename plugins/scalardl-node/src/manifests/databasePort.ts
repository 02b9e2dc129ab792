import type { SideModel } from '../side/sideModel';

const JDBC_DEFAULTS: Record<string, number> = {
  postgresql: 5432,
  mysql: 3306,
  mariadb: 3306,
  oracle: 1521,
  sqlserver: 1433,
  yugabytedb: 5433,
};

/** The port that pods open towards the database; 443 for the stores that are AWS or Azure services. */
export function databasePort({
  storage,
  contactPoints,
}: SideModel['spec']['database']): number {
  if (storage === 'cassandra') return 9042;
  if (storage !== 'jdbc') return 443;
  const kind = /^jdbc:([a-z0-9]+):/i.exec(contactPoints)?.[1]?.toLowerCase();
  const named = /^jdbc:[^?;]*?(?:\/\/|@)[^/?;@]*?:(\d{1,5})(?=[/?;:,]|$)/i.exec(
    contactPoints,
  )?.[1];
  const port = Number(named ?? JDBC_DEFAULTS[kind ?? ''] ?? 5432);
  return port >= 1 && port <= 65535 ? port : 5432;
}
