import type { AnyCollector } from '../collect/collector';

export interface Statement {
  Sid: string;
  Effect: 'Allow';
  Action: string[];
  Resource: string | string[];
}

/** A policy document of IAM. */
export interface IamPolicy {
  Version: '2012-10-17';
  Statement: Statement[];
}

/** The cluster that is read. */
export interface PolicyCluster {
  name: string;
  accountId: string;
  /** AWS region, such as ap-northeast-1. */
  region: string;
}

/** Needs no permission and cannot be denied (https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html). */
const FREE = 'sts:GetCallerIdentity';

/**
 * The actions that IAM can limit to one cluster and its parts
 * (https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonelastickubernetesservice.html).
 */
const OF_CLUSTER = new Set([
  'eks:DescribeAddon',
  'eks:DescribeCluster',
  'eks:DescribeFargateProfile',
  'eks:DescribeNodegroup',
  'eks:ListAddons',
  'eks:ListFargateProfiles',
  'eks:ListNodegroups',
]);

/** Everything that the collectors may call and that IAM decides about, sorted. */
export function iamActions(collectors: readonly AnyCollector[]): string[] {
  const actions = new Set(collectors.flatMap(({ aws = [] }) => aws));
  actions.delete(FREE);
  return [...actions].sort();
}

/** The least policy with which the collectors read the side of this cluster. */
export function iamPolicy(
  collectors: readonly AnyCollector[],
  cluster: PolicyCluster,
): IamPolicy {
  const actions = iamActions(collectors);
  const statements: Statement[] = [
    {
      Sid: 'ReadCluster',
      Effect: 'Allow',
      Action: actions.filter(action => OF_CLUSTER.has(action)),
      Resource: clusterResources(cluster),
    },
    {
      Sid: 'ReadAccount',
      Effect: 'Allow',
      Action: actions.filter(action => !OF_CLUSTER.has(action)),
      Resource: '*',
    },
  ];
  return {
    Version: '2012-10-17',
    Statement: statements.filter(({ Action }) => Action.length > 0),
  };
}

function clusterResources({ name, accountId, region }: PolicyCluster) {
  const prefix = `arn:aws:eks:${region}:${accountId}`;
  return [
    `${prefix}:addon/${name}/*`,
    `${prefix}:cluster/${name}`,
    `${prefix}:fargateprofile/${name}/*`,
    `${prefix}:nodegroup/${name}/*`,
  ];
}
