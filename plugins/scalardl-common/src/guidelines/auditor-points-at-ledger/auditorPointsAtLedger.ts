import type { Environment } from '../../environment/schema';
import { isFromEnvironment, show } from '../../facts/product/configuration';
import { fail, pass, skipped, unknown } from '../finding';
import { type Finding, type Guideline, sideCheck } from '../guideline';
import { source } from '../sources';
import { HOST, isOwnCluster } from './host';
import { live } from './live';

/** https://scalardl.scalar-labs.com/docs/latest/configurations/ */
export const auditorPointsAtLedger: Guideline = {
  id: 'auditor-points-at-ledger',
  level: 'requirement',
  title: 'Auditor calls Ledger through its load balancer',
  source: source('configurations', 'Auditor configurations: ledger.host'),
  pass: 'Auditor calls the host that the environment names, or the load balancer that stands in front of Ledger.',
  fail: 'Auditor does not reach the Ledger of this environment by the host that it is given.',
  remedy:
    'Set spec.auditor.ledgerHost to the private-zone name of the Ledger load balancer, or leave it out so that the deploy workflow passes the current name.',
  plan: sideCheck({
    sides: ['auditor'],
    needs: ['properties'],
    needsShared: ['environment'],
    check: ({ properties, environment }) =>
      judgeHost(properties.get(HOST), environment, {
        location: properties.locate(HOST),
      }),
  }),
  live,
};

function judgeHost(
  host: string | undefined,
  environment: Environment | undefined,
  evidence: Pick<Finding, 'location'>,
): Finding {
  const declared = environment?.spec.auditor.ledgerHost;
  const expected = declared ?? 'the name of the Ledger load balancer';
  const observed = `${HOST} is ${show(host)}`;
  if (host === undefined && environment && declared === undefined) {
    return skipped(
      'the name of the Ledger load balancer is known only after Ledger runs; the deploy workflow passes it then',
    );
  }
  if (host !== undefined && isFromEnvironment(host)) {
    return unknown(`${HOST} is set by an environment variable`, evidence);
  }
  if (isOwnCluster(host)) return fail({ ...evidence, expected, observed });
  if (declared !== undefined) {
    return host === declared
      ? pass({ ...evidence, expected, observed })
      : fail({ ...evidence, expected, observed });
  }
  return unknown(
    'whether the name leads to the current Ledger load balancer shows only once it runs',
    { ...evidence, expected, observed },
  );
}
