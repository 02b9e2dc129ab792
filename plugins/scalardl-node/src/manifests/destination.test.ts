import { everywhereExcept, privateNetworksExcept } from './destination';

describe('privateNetworksExcept', () => {
  it('should put each range under the block that holds it', () => {
    expect(privateNetworksExcept(['10.1.0.0/20', '192.168.4.0/24'])).toEqual([
      { cidr: '10.0.0.0/8', except: ['10.1.0.0/20'] },
      { cidr: '172.16.0.0/12' },
      { cidr: '192.168.0.0/16', except: ['192.168.4.0/24'] },
      { cidr: '100.64.0.0/10' },
    ]);
  });

  it('should leave out a block that is excluded whole', () => {
    expect(
      privateNetworksExcept(['192.168.0.0/16']).map(({ cidr }) => cidr),
    ).toEqual(['10.0.0.0/8', '172.16.0.0/12', '100.64.0.0/10']);
  });

  it('should not name a range outside every block', () => {
    expect(
      privateNetworksExcept(['8.8.8.0/24']).flatMap(
        ({ except = [] }) => except,
      ),
    ).toEqual([]);
  });
});

describe('everywhereExcept', () => {
  it('should exclude every range', () => {
    expect(everywhereExcept(['10.1.0.0/20'])).toEqual({
      cidr: '0.0.0.0/0',
      except: ['10.1.0.0/20'],
    });
    expect(everywhereExcept([])).toEqual({ cidr: '0.0.0.0/0' });
  });
});
