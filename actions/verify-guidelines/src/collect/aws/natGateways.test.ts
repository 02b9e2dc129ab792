import { liveNatGateway } from './natGateways';

describe('liveNatGateway', () => {
  it.each([
    ['of one zone', { SubnetId: 'subnet-1' }, ['subnet-1', undefined]],
    [
      'of one zone, where AWS says so',
      { SubnetId: 'subnet-1', AvailabilityMode: 'zonal' },
      ['subnet-1', 'zonal'],
    ],
    // It stands in every zone and has no subnet.
    ['of the whole region', { AvailabilityMode: 'regional' }, ['', 'regional']],
  ] as const)('tells that one is %s', (_, gateway, expected) => {
    const { subnetId, availabilityMode } = liveNatGateway(gateway);
    expect([subnetId, availabilityMode]).toEqual(expected);
  });
});
