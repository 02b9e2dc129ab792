import type { SideModel } from '../side/sideModel';
import { fromSecret } from './properties';

/** Properties with which ScalarDB reaches the database; the credentials come from the secret. */
export function databaseProperties({
  spec: { database },
}: SideModel): [string, string][] {
  return [
    ['scalar.db.storage', database.storage],
    ['scalar.db.contact_points', database.contactPoints],
    ['scalar.db.username', fromSecret('SCALAR_DB_USERNAME')],
    ['scalar.db.password', fromSecret('SCALAR_DB_PASSWORD')],
  ];
}
