import { type Endpoint, endpointOf } from '../../facts/clusterConfig/endpoint';
import { fail, pass, unknown } from '../finding';
import { type Finding, type Guideline, sideCheck } from '../guideline';
import { source } from '../sources';
import { live } from './live';
import { openness } from './openness';

/** https://scalardl.scalar-labs.com/docs/latest/scalar-kubernetes/CreateEKSClusterForScalarDLAuditor/ */
export const endpointClosedToTheWorld: Guideline = {
  id: 'endpoint-closed-to-the-world',
  level: 'recommendation',
  title: 'The Kubernetes API does not answer the whole internet',
  source: source('eksClusters', 'Restrict connections to the cluster'),
  pass: 'The public endpoint is off, or answers named ranges only.',
  fail: 'Anybody on the internet can call the Kubernetes API.',
  remedy:
    'Set spec.<side>.endpoint.access to private, or name the ranges in spec.<side>.endpoint.publicCidrs.',
  plan: sideCheck({
    needs: ['clusterConfig'],
    check: ({ clusterConfig }) => {
      const endpoint = endpointOf(clusterConfig);
      return endpoint.ok
        ? judge(endpoint.value)
        : unknown(endpoint.reason, {
            location: clusterConfig.locate('vpc', 'clusterEndpoints'),
          });
    },
  }),
  live,
};

function judge(endpoint: Endpoint): Finding {
  const expected = 'publicAccess: false, or narrow publicAccessCIDRs';
  if (!endpoint.publicAccess) {
    return pass({
      expected,
      observed: 'the public endpoint is off',
      location: endpoint.publicAccessLocation,
    });
  }
  const { publicRanges, publicRangesLocation: location } = endpoint;
  if (publicRanges.length === 0) {
    return fail({
      expected,
      observed: 'publicAccessCIDRs is not set, so open to 0.0.0.0/0',
      location: endpoint.publicAccessLocation,
    });
  }
  const observed = `open to ${publicRanges.join(', ')}`;
  const evidence = { expected, observed, location };
  const { closed, reason } = openness(publicRanges);
  if (closed === 'unknown') return unknown(reason ?? '', evidence);
  return closed === 'yes' ? pass(evidence) : fail(evidence);
}
