import {
  type NodeGroup,
  nodeGroups,
} from '../../facts/clusterConfig/nodeGroups';
import { textOf } from '../../facts/plain/plain';
import type { Subject } from '../../report/report';
import { combine } from '../finding';
import { type Guideline, sideCheck } from '../guideline';
import { source } from '../sources';
import { live } from './live';

/** What eksctl uses where a group names no family. */
const DEFAULT_FAMILY = 'AmazonLinux2023';

/** Why nodes of a family do not work any more, by the beginning of its name. */
const UNSUPPORTED: readonly [string, string][] = [
  ['Windows', 'does not run Linux containers'],
  ['Ubuntu2004', 'is published only for older versions of Kubernetes'],
  ['UbuntuPro2004', 'is published only for older versions of Kubernetes'],
];

const SUPPORTED =
  /^(?:AmazonLinux2023|Bottlerocket(?:Fips)?|Ubuntu(?:Pro)?(?:2204|2404|2604))$/;

/** https://docs.aws.amazon.com/eks/latest/userguide/eks-optimized-amis.html */
export const supportedAmiFamily: Guideline = {
  id: 'supported-ami-family',
  level: 'derived',
  title: 'The operating system of the nodes is still maintained',
  source: source('eksUserGuide', 'Amazon EKS optimized AMIs'),
  pass: 'Every node runs an operating system that is published for this version of Kubernetes.',
  fail: 'Nodes run, or would run, an operating system without images for this version of Kubernetes.',
  remedy: 'Set spec.<side>.nodes.amiFamily to AmazonLinux2023 or Bottlerocket.',
  plan: sideCheck({
    needs: ['clusterConfig'],
    check: ({ clusterConfig }) =>
      combine(nodeGroups(clusterConfig).map(groupSubject), {
        none: 'no node groups',
        expected: 'AmazonLinux2023, Bottlerocket or a current Ubuntu',
      }),
  }),
  live,
};

function groupSubject(group: NodeGroup): Subject {
  const { id } = group;
  const family = textOf(group.get('amiFamily')) ?? DEFAULT_FAMILY;
  const location = group.locate('amiFamily');
  const problem = problemOf(family);
  if (problem) {
    return { id, verdict: 'fail', detail: `${family} ${problem}`, location };
  }
  const image = textOf(group.get('ami'));
  if (image?.startsWith('ami-')) {
    return {
      id,
      verdict: 'unknown',
      detail: `whether the image ${image} is maintained cannot be told from its id`,
      location: group.locate('ami'),
    };
  }
  if (group.get('launchTemplate') !== undefined) {
    return {
      id,
      verdict: 'unknown',
      detail: 'a launch template of its own may name an image',
      location: group.locate('launchTemplate'),
    };
  }
  return SUPPORTED.test(family)
    ? { id, verdict: 'pass', detail: family, location }
    : {
        id,
        verdict: 'unknown',
        detail: `${family} is not a family that this program knows`,
        location,
      };
}

/** AWS stopped publishing Amazon Linux 2 with Kubernetes 1.32 (https://docs.aws.amazon.com/eks/latest/userguide/eks-ami-deprecation-faqs.html). */
function problemOf(family: string): string | undefined {
  if (family === 'AmazonLinux2') return 'ends with Kubernetes 1.32';
  return UNSUPPORTED.find(([prefix]) => family.startsWith(prefix))?.[1];
}
