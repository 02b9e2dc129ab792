export * from './databasePlace';
export * from './hostPlaces';
export * from './hosts';
export * from './rdsDatabase';
export * from './relationalHosts';
export * from './storages';
