import { dynamicNodes } from '../../facts/clusterConfig/dynamicNodes';
import {
  type NodeGroup,
  nodeGroups,
} from '../../facts/clusterConfig/nodeGroups';
import { nodeSubnets } from '../../facts/clusterConfig/nodeSubnets';
import { textsOf } from '../../facts/plain/plain';
import type { SourceDocument } from '../../facts/sourceDocument';
import type { Subject } from '../../report/report';
import { combine } from '../finding';
import { type Guideline, sideCheck } from '../guideline';
import { source } from '../sources';
import { live } from './live';

/** https://scalardl.scalar-labs.com/docs/latest/scalar-kubernetes/CreateEKSClusterForScalarDLAuditor/ */
export const privateWorkerSubnets: Guideline = {
  id: 'private-worker-subnets',
  level: 'recommendation',
  title: 'Worker nodes start in private subnets',
  source: source('eksClusters', 'Create the EKS cluster on a private network'),
  pass: 'Every node group starts its nodes in subnets that are declared private.',
  fail: 'Nodes get public addresses.',
  remedy:
    'Set privateNetworking: true on every node group, and name no public subnet there.',
  plan: sideCheck({
    needs: ['clusterConfig'],
    check: ({ clusterConfig }) =>
      combine(
        [
          ...nodeGroups(clusterConfig).map(group =>
            groupSubject(clusterConfig, group),
          ),
          ...dynamicSubjects(clusterConfig),
        ],
        { none: 'no node groups', expected: 'privateNetworking: true' },
      ),
  }),
  live,
};

function groupSubject(
  clusterConfig: SourceDocument,
  group: NodeGroup,
): Subject {
  const { id } = group;
  if (group.get('privateNetworking') !== true) {
    return {
      id,
      verdict: 'fail',
      detail: `privateNetworking of ${id} is ${String(group.get('privateNetworking') ?? 'not set, so false')}`,
      location: group.locate('privateNetworking'),
    };
  }
  // A named subnet is used whatever it is: eksctl only warns of a public one.
  if (textsOf(group.get('subnets')).length === 0) {
    const location = group.locate('privateNetworking');
    return { id, verdict: 'pass', detail: 'private subnets', location };
  }
  const location = group.locate('subnets');
  const subnets = nodeSubnets(clusterConfig, group);
  if (!subnets.ok)
    return { id, verdict: 'unknown', detail: subnets.reason, location };
  const open = subnets.value.find(({ kind }) => kind === 'public');
  return open
    ? {
        id,
        verdict: 'fail',
        detail: `${id} names the public subnet ${open.name}`,
        location,
      }
    : { id, verdict: 'pass', detail: 'private subnets', location };
}

function dynamicSubjects(clusterConfig: SourceDocument): Subject[] {
  const dynamic = dynamicNodes(clusterConfig);
  if (!dynamic) return [];
  const detail = `${dynamic} chooses subnets while it runs`;
  return [{ id: dynamic, verdict: 'unknown', detail }];
}
