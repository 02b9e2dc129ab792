export { databaseBackupsRetained } from './databaseBackupsRetained';
