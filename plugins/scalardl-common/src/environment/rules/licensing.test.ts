import { breaches } from './example.fixture';
import { licensing } from './licensing';

describe('licensing', () => {
  it('is content with the example', () => {
    expect(breaches(licensing)).toEqual([]);
  });

  it('refuses a marketplace image under an own licence', () => {
    const keys = breaches(licensing, spec => {
      spec.ledger.values = {
        scalardl: {
          ledger: {
            image: { repository: 'example.com/scalardl-ledger-aws-payg' },
          },
        },
      };
    });
    expect(keys).toEqual([
      'spec.ledger.values.scalardl.ledger.image.repository',
    ]);
  });

  it('refuses an image with an own licence under the marketplace', () => {
    const keys = breaches(licensing, spec => {
      spec.licensing = 'awsMarketplace';
      spec.auditor.values = {
        scalardl: {
          auditor: {
            image: { repository: 'example.com/scalardl-auditor-byol' },
          },
        },
      };
    });
    expect(keys).toEqual([
      'spec.auditor.values.scalardl.auditor.image.repository',
    ]);
  });

  it('refuses a pod that is too large for the marketplace', () => {
    const keys = breaches(licensing, spec => {
      spec.licensing = 'awsMarketplace';
      spec.ledger.values = {
        scalardl: {
          ledger: { resources: { limits: { cpu: 3, memory: '4097Mi' } } },
        },
      };
    });
    expect(keys).toEqual([
      'spec.ledger.values.scalardl.ledger.resources.limits.cpu',
      'spec.ledger.values.scalardl.ledger.resources.limits.memory',
    ]);
  });

  it('takes the largest pod of the marketplace', () => {
    const keys = breaches(licensing, spec => {
      spec.licensing = 'awsMarketplace';
      spec.ledger.values = {
        scalardl: {
          ledger: { resources: { limits: { cpu: '2', memory: '4Gi' } } },
        },
      };
    });
    expect(keys).toEqual([]);
  });

  it('takes a larger pod under an own licence', () => {
    const keys = breaches(licensing, spec => {
      spec.ledger.values = {
        scalardl: {
          ledger: { resources: { limits: { cpu: '4', memory: '8Gi' } } },
        },
      };
    });
    expect(keys).toEqual([]);
  });
});
