import { breaches } from './example.fixture';
import { ledgerHost } from './ledgerHost';

describe('ledgerHost', () => {
  it('is content with the example', () => {
    expect(breaches(ledgerHost)).toEqual([]);
  });

  it('takes a name of a private zone', () => {
    const keys = breaches(ledgerHost, spec => {
      spec.auditor.ledgerHost = 'ledger.payments.internal';
    });
    expect(keys).toEqual([]);
  });

  it('refuses an address', () => {
    const keys = breaches(ledgerHost, spec => {
      spec.auditor.ledgerHost = '10.1.2.3';
    });
    expect(keys).toEqual(['spec.auditor.ledgerHost']);
  });

  it("refuses the load balancer's own name", () => {
    const keys = breaches(ledgerHost, spec => {
      spec.auditor.ledgerHost = 'x.elb.ap-northeast-1.amazonaws.com';
    });
    expect(keys).toEqual(['spec.auditor.ledgerHost']);
  });

  it('refuses a name inside the cluster', () => {
    const keys = breaches(ledgerHost, spec => {
      spec.auditor.ledgerHost = 'ledger.scalardl-ledger.svc.cluster.local';
    });
    expect(keys).toEqual(['spec.auditor.ledgerHost']);
  });

  it('refuses a service name', () => {
    const keys = breaches(ledgerHost, spec => {
      spec.auditor.ledgerHost = 'ledger.scalardl-ledger.svc';
    });
    expect(keys).toEqual(['spec.auditor.ledgerHost']);
  });
});
