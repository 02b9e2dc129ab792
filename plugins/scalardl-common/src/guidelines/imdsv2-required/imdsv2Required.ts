import {
  type NodeGroup,
  nodeGroups,
} from '../../facts/clusterConfig/nodeGroups';
import type { Subject } from '../../report/report';
import { combine } from '../finding';
import { type Guideline, sideCheck } from '../guideline';
import { source } from '../sources';
import { live } from './live';

/** https://docs.aws.amazon.com/eks/latest/best-practices/identity-and-access-management.html */
export const imdsv2Required: Guideline = {
  id: 'imdsv2-required',
  level: 'derived',
  title: 'Nodes ask for a token before they hand out credentials',
  source: source('eksBestPractices', 'Identity and access management'),
  pass: 'Every node requires version 2 of the instance metadata service.',
  fail: 'Nodes answer metadata requests without a token, so a request forged in a pod may read the node’s credentials.',
  remedy:
    'Remove disableIMDSv1: false from spec.<side>.eksctl, and set HttpTokens to required on machines that run.',
  plan: sideCheck({
    needs: ['clusterConfig'],
    check: ({ clusterConfig }) =>
      combine(nodeGroups(clusterConfig).map(groupSubject), {
        none: 'no node groups',
        expected: 'disableIMDSv1: true, which is the default of eksctl',
      }),
  }),
  live,
};

function groupSubject(group: NodeGroup): Subject {
  const { id } = group;
  if (group.get('launchTemplate') !== undefined) {
    return {
      id,
      verdict: 'unknown',
      detail: 'a launch template of its own decides',
      location: group.locate('launchTemplate'),
    };
  }
  // disablePodIMDS requires tokens too, whatever disableIMDSv1 says.
  const optional =
    group.get('disableIMDSv1') === false &&
    group.get('disablePodIMDS') !== true;
  return {
    id,
    verdict: optional ? 'fail' : 'pass',
    detail: optional ? 'tokens are optional' : 'tokens are required',
    location: group.locate('disableIMDSv1'),
  };
}
