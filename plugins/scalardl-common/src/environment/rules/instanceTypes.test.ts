import { breaches } from './example.fixture';
import { instanceTypes } from './instanceTypes';

describe('instanceTypes', () => {
  it('is content with the example', () => {
    expect(breaches(instanceTypes)).toEqual([]);
  });

  it('takes types of one size', () => {
    const keys = breaches(instanceTypes, spec => {
      spec.ledger.nodes.instanceTypes = ['m7i.xlarge', 'm6i.xlarge'];
    });
    expect(keys).toEqual([]);
  });

  it('refuses a type of another size', () => {
    const keys = breaches(instanceTypes, spec => {
      spec.ledger.nodes.instanceTypes = ['m7i.xlarge', 'm7i.2xlarge'];
    });
    expect(keys).toEqual(['spec.ledger.nodes.instanceTypes[1]']);
  });

  it('refuses a type of another architecture', () => {
    const keys = breaches(instanceTypes, spec => {
      spec.ledger.nodes.instanceTypes = ['m7i.xlarge', 'm7g.xlarge'];
    });
    expect(keys).toEqual(['spec.ledger.nodes.instanceTypes[1]']);
  });

  it('refuses a type that stands there twice', () => {
    const keys = breaches(instanceTypes, spec => {
      spec.ledger.nodes.instanceTypes = ['m7i.xlarge', 'm7i.xlarge'];
    });
    expect(keys).toEqual(['spec.ledger.nodes.instanceTypes[1]']);
  });

  it('concludes nothing about a type that is not in the table', () => {
    const keys = breaches(instanceTypes, spec => {
      spec.ledger.nodes.instanceTypes = ['m7i.xlarge', 'z9z.metal'];
    });
    expect(keys).toEqual([]);
  });
});
