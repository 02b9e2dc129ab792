import { readProperties } from '@scalardl-on-eks/plugin-scalardl-common';
import { parse } from 'yaml';
import { exampleEnvironment } from '../__testUtils__/exampleEnvironment';
import { renderEnvironment } from '../renderEnvironment';
import { renderLedgerHostOverlay } from './ledgerHostOverlay';

const HOST = 'k8s-scalardl-0123456789.elb.ap-northeast-1.amazonaws.com';
const START = { file: 'values.yaml', line: 1, column: 1 };
const place = { locateLine: () => START, whole: START };

describe('renderLedgerHostOverlay', () => {
  it('should add the host to the properties of the repository', () => {
    const environment = exampleEnvironment();
    const inTree = renderEnvironment({ environment, source: '' }).find(
      ({ path }) => path === 'values/auditor/scalardl-audit.yaml',
    );
    const { auditorProperties } = parse(inTree?.content ?? '').auditor;
    const overlay = parse(renderLedgerHostOverlay({ environment, host: HOST }));
    expect(overlay).toEqual({
      auditor: {
        auditorProperties: `${auditorProperties}scalar.dl.auditor.ledger.host=${HOST}\n`,
      },
    });
  });

  it('should win over a host that an overlay wrote', () => {
    const environment = exampleEnvironment(({ spec }) => {
      spec.auditor.values = {
        scalardl: {
          auditor: {
            auditorProperties: 'scalar.dl.auditor.ledger.host=old.internal',
          },
        },
      };
    });
    const { auditor } = parse(
      renderLedgerHostOverlay({ environment, host: HOST }),
    );
    const properties = readProperties(auditor.auditorProperties, place);
    expect(properties.get('scalar.dl.auditor.ledger.host')).toBe(HOST);
  });

  it.each(['', 'localhost', 'a b.c', 'a.b\nc', 'a.b=c', '-a.b', 'a..b'])(
    'should refuse the host %j',
    host => {
      expect(() =>
        renderLedgerHostOverlay({ environment: exampleEnvironment(), host }),
      ).toThrow(
        "Expected the DNS name of the Ledger's load balancer, received",
      );
    },
  );
});
