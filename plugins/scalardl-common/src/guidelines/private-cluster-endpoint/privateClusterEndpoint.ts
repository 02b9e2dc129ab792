import { endpointOf } from '../../facts/clusterConfig/endpoint';
import type { SourceDocument } from '../../facts/sourceDocument';
import { fail, pass, unknown } from '../finding';
import { type Finding, type Guideline, sideCheck } from '../guideline';
import { source } from '../sources';
import { live } from './live';

/** https://scalardl.scalar-labs.com/docs/latest/scalar-kubernetes/CreateEKSClusterForScalarDLAuditor/ */
export const privateClusterEndpoint: Guideline = {
  id: 'private-cluster-endpoint',
  level: 'recommendation',
  title: 'The Kubernetes API is reached over the private network only',
  source: source('eksClusters', 'Restrict connections to the cluster'),
  pass: 'The public endpoint is off and the private one is on.',
  fail: 'The Kubernetes API can be called from outside the network, or cannot be called from inside.',
  remedy: 'Set spec.<side>.endpoint.access to private.',
  plan: sideCheck({
    needs: ['clusterConfig'],
    check: ({ clusterConfig }) => judge(clusterConfig),
  }),
  live,
};

function judge(clusterConfig: SourceDocument): Finding {
  const fact = endpointOf(clusterConfig);
  const expected = 'publicAccess: false and privateAccess: true';
  if (!fact.ok) {
    return unknown(fact.reason, {
      expected,
      location: clusterConfig.locate('vpc', 'clusterEndpoints'),
    });
  }
  const endpoint = fact.value;
  if (endpoint.publicAccess) {
    const ranges =
      endpoint.publicRanges.length > 0
        ? endpoint.publicRanges.join(', ')
        : 'everybody, because publicAccessCIDRs is not set';
    return fail({
      expected,
      observed: `the public endpoint is on and open to ${ranges}`,
      location: endpoint.publicAccessLocation,
    });
  }
  const location = endpoint.privateAccessLocation;
  return endpoint.privateAccess
    ? pass({ expected, observed: 'private access only', location })
    : fail({ expected, observed: 'privateAccess is off', location });
}
