import { formatPorts, readPorts } from './ports';

describe('readPorts', () => {
  it.each([
    [50051, '50051'],
    ['50051', '50051'],
    ['30000-32767', '30000-32767'],
    ['80-80', '80'],
    [65_535, '65535'],
  ])('reads %s', (value, text) => {
    const ports = readPorts(value);
    expect(ports && formatPorts(ports)).toBe(text);
  });

  it.each([0, 65_536, -1, 1.5, '', '80-', '90-80', 'http', ' 80', null])(
    'refuses %j',
    value => {
      expect(readPorts(value)).toBeUndefined();
    },
  );
});
