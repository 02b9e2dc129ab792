import type { LiveRouteTable } from '../aws';

/**
 * The table that steers a subnet: the one that names it, else the main one of the VPC
 * (https://docs.aws.amazon.com/vpc/latest/userguide/subnet-route-tables.html). `undefined` where neither was read.
 */
export function effectiveTable(
  subnetId: string,
  tables: readonly LiveRouteTable[],
): LiveRouteTable | undefined {
  return (
    tables.find(({ subnetIds }) => subnetIds.includes(subnetId)) ??
    tables.find(({ main }) => main)
  );
}
