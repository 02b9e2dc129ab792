import { breaches } from './example.fixture';
import { applications } from './applications';

describe('applications', () => {
  it('is content with the example', () => {
    expect(breaches(applications)).toEqual([]);
  });

  it('refuses a name that another application has', () => {
    const keys = breaches(applications, spec => {
      spec.applications?.push({
        name: 'shop',
        cidrs: ['10.5.0.0/16'],
        peering: 'external',
      });
    });
    expect(keys).toEqual(['spec.applications[1].name']);
  });

  it('wants the VPC of a peering to create', () => {
    const keys = breaches(applications, spec => {
      spec.applications = [{ name: 'shop', cidrs: ['10.5.0.0/16'] }];
    });
    expect(keys).toEqual(['spec.applications[0].vpcId']);
  });

  it('needs no VPC where somebody else connects the network', () => {
    const keys = breaches(applications, spec => {
      spec.applications = [
        { name: 'shop', cidrs: ['10.5.0.0/16'], peering: 'external' },
      ];
    });
    expect(keys).toEqual([]);
  });

  it('leaves a broken VPC id to the schema', () => {
    const keys = breaches(applications, spec => {
      spec.applications = [
        { name: 'shop', cidrs: ['10.5.0.0/16'], vpcId: 'x' },
      ];
    });
    expect(keys).toEqual([]);
  });
});
