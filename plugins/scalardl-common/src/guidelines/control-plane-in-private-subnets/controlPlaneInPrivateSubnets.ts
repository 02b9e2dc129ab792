import { privacyOf } from '../../facts/live/routing';
import { verdictOf } from '../certainty';
import { combine } from '../finding';
import type { Guideline } from '../guideline';
import { liveSideCheck } from '../liveCheck';
import { source } from '../sources';

/** https://scalardl.scalar-labs.com/docs/latest/scalar-kubernetes/CreateEKSClusterForScalarDLAuditor/ */
export const controlPlaneInPrivateSubnets: Guideline = {
  id: 'control-plane-in-private-subnets',
  level: 'recommendation',
  title: 'The network interfaces of the control plane stand in private subnets',
  source: source('eksClusters', 'Create the EKS cluster on a private network'),
  pass: 'Every subnet of the control plane is private.',
  fail: 'The control plane has a network interface in a public subnet.',
  remedy:
    'Give the cluster private subnets only: aws eks update-cluster-config --resources-vpc-config subnetIds=…, in two zones or more.',
  live: liveSideCheck({
    needs: ['cluster', 'routeTables'],
    check: ({ cluster, routeTables }) =>
      combine(
        cluster.subnetIds.map(id => {
          const { answer, detail } = privacyOf(id, routeTables);
          return { id, verdict: verdictOf(answer), detail };
        }),
        {
          none: 'the control plane has no subnet yet',
          expected: 'no route to an internet gateway',
        },
      ),
  }),
};
