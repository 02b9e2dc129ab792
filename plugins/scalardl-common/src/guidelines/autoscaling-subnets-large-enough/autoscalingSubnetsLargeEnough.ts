import { hasExistingSubnets } from '../../facts/clusterConfig/declaredSubnets';
import { clusterZones, newVpcRange } from '../../facts/clusterConfig/newVpc';
import { nodeAutoscaling } from '../../facts/clusterConfig/nodeAutoscaling';
import { nodeGroups } from '../../facts/clusterConfig/nodeGroups';
import { nodeSubnets } from '../../facts/clusterConfig/nodeSubnets';
import type { SourceDocument } from '../../facts/sourceDocument';
import { normaliseCidr, toRange } from '../../network/cidr';
import { subnetPrefix } from '../../network/split';
import type { Subject } from '../../report/report';
import { combine, skipped, unknown } from '../finding';
import { type Guideline, sideCheck } from '../guideline';
import { source } from '../sources';
import { live } from './live';
import { LONGEST_PREFIX, judgePrefix } from './prefix';

/** https://scalardl.scalar-labs.com/docs/latest/scalar-kubernetes/CreateEKSClusterForScalarDLAuditor/ */
export const autoscalingSubnetsLargeEnough: Guideline = {
  id: 'autoscaling-subnets-large-enough',
  level: 'recommendation',
  title: 'Subnets under node autoscaling are a /24 or larger',
  source: source('eksClusters', 'Configure Cluster Autoscaler in EKS'),
  pass: 'Every subnet in which nodes are added is a /24 or larger.',
  fail: 'Nodes are added in a subnet smaller than a /24, so addresses may run out.',
  remedy:
    'Give spec.<side>.network.cidr a larger range: a /21 over three zones makes subnets of a /24, a /20 subnets of a /23.',
  plan: sideCheck({
    needs: ['clusterConfig'],
    check: ({ clusterConfig }, { given }) => {
      const { answer, detail } = nodeAutoscaling(
        clusterConfig,
        given.clusterAutoscaler,
      );
      if (answer === 'no') return skipped(detail);
      if (answer === 'unknown') {
        return unknown(`whether anything adds nodes is not known: ${detail}`);
      }
      if (clusterConfig.get('kubernetesNetworkConfig', 'ipFamily') === 'IPv6') {
        return skipped('pods of an IPv6 cluster take no IPv4 addresses');
      }
      return combine(subnetSubjects(clusterConfig), {
        none: 'no node groups',
        expected: `subnets of /${LONGEST_PREFIX} or larger`,
      });
    },
  }),
  live,
};

function subnetSubjects(clusterConfig: SourceDocument): Subject[] {
  if (
    clusterZones(clusterConfig).length === 0 &&
    !hasExistingSubnets(clusterConfig)
  ) {
    return [chosenSubject(clusterConfig)];
  }
  const subjects = nodeGroups(clusterConfig).flatMap((group): Subject[] => {
    const subnets = nodeSubnets(clusterConfig, group);
    if (!subnets.ok) {
      const location = group.locate('subnets');
      return [
        { id: group.id, verdict: 'unknown', detail: subnets.reason, location },
      ];
    }
    return subnets.value.map(({ name, cidr, location }) => ({
      id: name,
      ...judgeRange(name, cidr),
      location,
    }));
  });
  return [...new Map(subjects.map(subject => [subject.id, subject])).values()];
}

/** However few zones eksctl chooses, it cuts the range into eight parts. */
function chosenSubject(clusterConfig: SourceDocument): Subject {
  const range = newVpcRange(clusterConfig);
  const cidr = normaliseCidr(range);
  const prefix = cidr ? subnetPrefix(toRange(cidr).prefix, 3) : undefined;
  return {
    id: 'subnets that eksctl cuts',
    ...judgePrefix(`the eighth part of ${range}`, prefix),
    location: clusterConfig.locate('vpc', 'cidr'),
  };
}

function judgeRange(
  name: string,
  range: string | undefined,
): Pick<Subject, 'verdict' | 'detail'> {
  const cidr = range ? normaliseCidr(range) : undefined;
  return judgePrefix(name, cidr ? toRange(cidr).prefix : undefined);
}
