import type { Environment } from '../../environment/schema';
import { read } from '../../facts/fact';
import { readPlanFacts } from '../../facts/readPlanFacts';
import { judgePlan } from '../judge';
import { clusterConfigAcceptedByEksctl } from './clusterConfigAcceptedByEksctl';

const CLUSTER_CONFIG = `apiVersion: eksctl.io/v1alpha5
kind: ClusterConfig
metadata: {name: a, region: ap-northeast-1}
`;

/** Releases that today's environment files may not pin, and tomorrow's may. */
function judge(eksctlVersion: string, more = '') {
  const files = { 'clusters/ledger.yaml': `${CLUSTER_CONFIG}${more}` };
  const environment = { spec: { eksctlVersion } } as unknown as Environment;
  const facts = {
    ...readPlanFacts(files, { today: '2026-11-23' }),
    environment: read(environment, 'scalardl.yaml'),
  };
  const [ledger] = judgePlan([clusterConfigAcceptedByEksctl], facts);
  return ledger;
}

describe('cluster-config-accepted-by-eksctl', () => {
  it('passes for a release whose keys are known', () => {
    expect(judge('0.229.0')).toMatchObject({
      verdict: 'pass',
      observed: 'eksctl 0.229.0 knows every key',
    });
  });

  it('fails where the pinned release does not have a key yet', () => {
    expect(judge('0.229.0', 'kubeSchedulerConfig: {}\n')).toMatchObject({
      verdict: 'fail',
      observed:
        'eksctl 0.229.0 is pinned, expected eksctl 0.230.0 or newer for kubeSchedulerConfig',
      location: { file: 'clusters/ledger.yaml', line: 4, column: 1 },
    });
  });

  it('is unknown for a release from before the list of newer keys', () => {
    expect(judge('0.226.0')).toMatchObject({
      verdict: 'unknown',
      reason: expect.stringContaining('known from 0.227.0 on'),
    });
  });

  it('is unknown for a release that nobody has looked at', () => {
    expect(judge('0.300.0')?.verdict).toBe('unknown');
    expect(judge('0.300.0', 'brandNew: 1\n')?.verdict).toBe('unknown');
    expect(judge('0.300.0', 'vpcc: 1\n')?.verdict).toBe('fail');
  });
});
