import { breaches } from './example.fixture';
import { serviceRange } from './serviceRange';

describe('serviceRange', () => {
  it('is content with the example', () => {
    expect(breaches(serviceRange)).toEqual([]);
  });

  it('refuses 10.32.0.0/11', () => {
    const keys = breaches(serviceRange, spec => {
      spec.serviceCidr = '10.32.0.0/11';
    });
    expect(keys).toEqual(['spec.serviceCidr']);
  });

  it('refuses 172.20.0.0/25', () => {
    const keys = breaches(serviceRange, spec => {
      spec.serviceCidr = '172.20.0.0/25';
    });
    expect(keys).toEqual(['spec.serviceCidr']);
  });

  it('refuses 100.64.0.0/16', () => {
    const keys = breaches(serviceRange, spec => {
      spec.serviceCidr = '100.64.0.0/16';
    });
    expect(keys).toEqual(['spec.serviceCidr']);
  });

  it('refuses 8.8.8.0/24', () => {
    const keys = breaches(serviceRange, spec => {
      spec.serviceCidr = '8.8.8.0/24';
    });
    expect(keys).toEqual(['spec.serviceCidr']);
  });

  it('takes 10.32.0.0/12', () => {
    const keys = breaches(serviceRange, spec => {
      spec.serviceCidr = '10.32.0.0/12';
    });
    expect(keys).toEqual([]);
  });

  it('takes 192.168.0.0/24', () => {
    const keys = breaches(serviceRange, spec => {
      spec.serviceCidr = '192.168.0.0/24';
    });
    expect(keys).toEqual([]);
  });
});
