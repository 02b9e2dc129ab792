import { databasePort } from './databasePort';

describe('databasePort', () => {
  it.each([
    ['jdbc', 'jdbc:postgresql://host:6432/name', 6432],
    ['jdbc', 'jdbc:postgresql://host/name', 5432],
    ['jdbc', 'jdbc:mysql://host/name?ssl=true', 3306],
    ['jdbc', 'jdbc:mysql://host:3307/name?ssl=true', 3307],
    ['jdbc', 'jdbc:oracle:thin:@//host:1522/service', 1522],
    ['jdbc', 'jdbc:oracle:thin:@//host/service', 1521],
    ['jdbc', 'jdbc:oracle:thin:@host:1523:sid', 1523],
    ['jdbc', 'jdbc:sqlserver://host:1434;databaseName=name', 1434],
    ['jdbc', 'jdbc:sqlserver://host;databaseName=name', 1433],
    ['jdbc', 'jdbc:unknown://host/name', 5432],
    ['jdbc', 'jdbc:postgresql://host:99999/name', 5432],
    ['cassandra', 'one.internal,two.internal', 9042],
    ['dynamo', 'ap-northeast-1', 443],
    ['cosmos', 'https://name.documents.azure.com:443/', 443],
  ] as const)('should read %s %s as %d', (storage, contactPoints, port) => {
    expect(
      databasePort({ storage, contactPoints, credentialsSecret: 'secret' }),
    ).toBe(port);
  });
});
