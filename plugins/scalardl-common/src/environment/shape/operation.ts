import * as z from 'zod';
import {
  awsAccountId,
  cidr,
  kubernetesName,
  line,
  region,
  text,
  vpcId,
} from './scalar';

/** What stands around the two sides: callers, runners, waivers, the source of the actions. */

export const application = z.strictObject({
  name: kubernetesName.describe('Name of the application.'),
  cidrs: z
    .array(cidr)
    .min(1)
    .max(20)
    .describe('Ranges that call Ledger and Auditor.'),
  vpcId: vpcId
    .optional()
    .describe('VPC of the application; needed for peering: create.'),
  awsAccountId: awsAccountId
    .optional()
    .describe(
      'AWS account of that VPC, whose owner accepts the peering; without it, each side takes the VPC for one of its own account.',
    ),
  region: region
    .optional()
    .describe(
      'AWS region of that VPC, where it differs from the region of the side.',
    ),
  peering: z
    .enum(['create', 'external'])
    .default('create')
    .describe(
      'create: the deploy workflow peers the VPC; external: somebody else connects it.',
    ),
});

export const runners = z.strictObject({
  labels: z
    .array(
      text(
        /^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/,
        'a runner label: at most 63 letters, digits, dots, underscores and hyphens',
      ),
    )
    .min(1)
    .describe('runs-on labels of the jobs that reach the Kubernetes API.'),
  cidrs: z
    .array(cidr)
    .max(20)
    .default([])
    .describe('Ranges those runners call from.'),
});

export const waiver = z.strictObject({
  guideline: text(
    /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/,
    'the id of a guideline, such as separate-aws-accounts',
  ).describe('Id of the guideline; never a requirement.'),
  side: z
    .enum(['ledger', 'auditor'])
    .optional()
    .describe('Only for this side; without it for the whole environment.'),
  reason: line(10, 500).describe('Why it is set aside.'),
  owner: line(1, 200).describe('Who answers for it.'),
  expires: z.iso
    .date({ error: 'a date such as 2027-03-31' })
    .describe('Last day on which it holds.'),
});

const repository = text(
  /^[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?(?::\d{1,5})?(?:\/[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?)+\/?$/,
  'a registry and the beginning of a repository, such as ghcr.io/acme/, without tag',
);

export const imageMirror = repository;

export const systemNamespace = kubernetesName;

export const allowedWorkload = z.strictObject({
  side: z
    .enum(['ledger', 'auditor'])
    .optional()
    .describe('Only in the cluster of this side; without it in both.'),
  namespace: kubernetesName.describe('Namespace in which it runs.'),
  image: repository
    .optional()
    .describe(
      'Repository of its images, whole or up to a slash; without it every image of the namespace.',
    ),
  reason: line(10, 500).describe('Why it may run beside the product.'),
  owner: line(1, 200).describe('Who answers for it.'),
});

export const actions = z.strictObject({
  repository: text(
    /^[A-Za-z0-9](?:[A-Za-z0-9]|-(?=[A-Za-z0-9])){0,38}\/(?!\.{1,2}$)[A-Za-z0-9._-]{1,100}$/,
    'a GitHub repository written OWNER/REPOSITORY',
  ).describe('GitHub repository of the actions that the workflows use.'),
  ref: text(
    /^(?:[0-9a-f]{40}|v\d+\.\d+\.\d+)$/,
    'a commit of 40 hexadecimal digits or a tag such as v0.1.0',
  ).describe('Commit or tag of that repository.'),
});
