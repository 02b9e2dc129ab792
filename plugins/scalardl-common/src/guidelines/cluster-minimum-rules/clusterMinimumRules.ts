import { type LiveSide, groupBookOf } from '../../facts/live/security/liveSide';
import { nodeInterfacesOf } from '../../facts/live/security/nodeInterfaces';
import { combine } from '../finding';
import type { Guideline } from '../guideline';
import { gateSubjects } from '../gateSubjects';
import { liveSideCheck } from '../liveCheck';
import { skippedForIpv6 } from '../skippedForIpv6';
import { source } from '../sources';
import { controlPlane, minimumGates } from './minimumGates';

/** https://docs.aws.amazon.com/eks/latest/userguide/sec-group-reqs.html */
export const clusterMinimumRules: Guideline = {
  id: 'cluster-minimum-rules',
  level: 'requirement',
  title: 'Security groups let the cluster itself work',
  source: source('eksClusters', 'Network requirements'),
  pass: 'The security groups admit what EKS itself needs between control plane and nodes, and name resolution between nodes.',
  fail: 'A security group keeps control plane and nodes from each other, or pods from name resolution.',
  remedy:
    'Give the cluster security group its rule for all traffic from itself again, or at least TCP 443 and 10250 and TCP and UDP 53 between control plane and nodes.',
  live: liveSideCheck({
    // A machine tells which of its interfaces is the node's own.
    needs: [
      'cluster',
      'securityGroups',
      'networkInterfaces',
      'subnets',
      'instances',
    ],
    check: (facts, { side, given, settings }) => {
      const ipv6 = skippedForIpv6(facts.cluster);
      if (ipv6) return ipv6;
      const here: LiveSide = { side, facts: given, settings };
      const { classes, doubts } = nodeInterfacesOf(here, facts);
      const [doubt] = doubts;
      const gates = minimumGates({
        nodes: classes,
        control: controlPlane(facts.cluster, facts),
        book: groupBookOf(here),
      });
      return combine(
        [
          ...gateSubjects(gates),
          ...(doubt === undefined
            ? []
            : [{ id: 'nodes', verdict: 'unknown' as const, detail: doubt }]),
        ],
        {
          none: 'no node is there',
          expected: 'TCP 443 and 10250, TCP and UDP 53',
        },
      );
    },
  }),
};
