export { databasesNotPublic } from './databasesNotPublic';
