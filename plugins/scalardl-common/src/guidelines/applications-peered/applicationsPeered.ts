import { SIDES } from '../../report/report';
import { combine } from '../finding';
import type { Guideline } from '../guideline';
import { liveApplicationCheck } from '../liveCheck';
import { skippedForIpv6 } from '../skippedForIpv6';
import { source } from '../sources';
import { sideSubjects } from './sideSubjects';

/** https://scalardl.scalar-labs.com/docs/latest/scalar-kubernetes/NetworkPeeringForScalarDLAuditor/ */
export const applicationsPeered: Guideline = {
  id: 'applications-peered',
  level: 'requirement',
  title: 'Both sides are connected to the network of every application',
  source: source('networkPeering', 'Network peering'),
  pass: 'Both VPCs are connected to the network of the application, route all its ranges there, and share no address with it.',
  fail: 'Ledger or Auditor has no way to the network of the application, so that its calls are not answered.',
  remedy:
    'Run create-peering for the application on both sides, or connect its network and name it peering: external.',
  live: liveApplicationCheck({
    needs: ['cluster', 'vpc', 'peerings', 'routeTables'],
    check: (pair, { application, given, settings }) =>
      skippedForIpv6(pair.ledger.cluster, pair.auditor.cluster) ??
      combine(
        SIDES.flatMap(side =>
          sideSubjects(
            { side, facts: given[side], settings },
            { application, ...pair[side] },
          ),
        ),
        {
          none: 'no subnets are in use',
          expected:
            application.peering === 'external'
              ? 'an active route of any kind to every range'
              : `a peering with ${application.vpcId ?? 'its VPC'} of each side, and routes to it`,
        },
      ),
  }),
};
