import { addressesInUse } from '../../facts/addresses/inUse';
import { type Guideline, pairCheck } from '../guideline';
import { source } from '../sources';
import { judgeAddresses } from './judgeAddresses';
import { live } from './live';

/** https://scalardl.scalar-labs.com/docs/latest/scalar-kubernetes/NetworkPeeringForScalarDLAuditor/ */
export const disjointAddressRanges: Guideline = {
  id: 'disjoint-address-ranges',
  level: 'requirement',
  title: 'No two networks of the environment share an address',
  source: source('networkPeering', 'Prerequisites'),
  pass: 'The VPCs, the Service ranges and every network around them have addresses of their own.',
  fail: 'Two networks share addresses, so packets between them are lost, or the VPCs cannot be peered at all.',
  remedy:
    'Choose a free range for one of the two: spec.<side>.network.cidr, spec.serviceCidr, or the range of the application or runners.',
  plan: pairCheck({
    needs: ['clusterConfig'],
    needsShared: ['environment', 'environmentSource'],
    check: ({ ledger, auditor, environment, environmentSource }) =>
      judgeAddresses(
        addressesInUse({
          clusterConfigs: {
            ledger: ledger.clusterConfig,
            auditor: auditor.clusterConfig,
          },
          environment,
          environmentSource,
        }),
      ),
  }),
  live,
};
