import * as z from 'zod';
import {
  allowedWorkloadSchema,
  applicationSchema,
  imageMirrorSchema,
  scalar,
  systemNamespaceSchema,
  waiverSchema,
} from '@scalardl-on-eks/plugin-scalardl-common';

const { cidr, kubernetesName, line, region, text } = scalar;

const word = text(/^[^\s\p{C}]+$/u, 'text without blanks');

const side = z
  .strictObject({
    cluster: text(
      /^[0-9A-Za-z][0-9A-Za-z_-]{0,99}$/,
      'the name of an EKS cluster',
    ),
    region,
    profile: word.optional(),
    roleArn: text(
      /^arn:aws[a-z-]*:iam::\d{12}:role\/\S+$/,
      'the ARN of a role such as arn:aws:iam::123456789012:role/reader',
    ).optional(),
    kubeconfig: line(1, 4096).optional(),
    context: word.optional(),
    namespace: kubernetesName.optional(),
    release: kubernetesName.optional(),
  })
  .refine(({ kubeconfig, context }) => kubeconfig || !context, {
    path: ['kubeconfig'],
    error: 'the path of a kubeconfig beside context, which is a context of it',
  })
  .refine(({ namespace, release }) => namespace || !release, {
    path: ['namespace'],
    error: 'the namespace of release, because they belong together',
  })
  .refine(({ namespace, release }) => release || !namespace, {
    path: ['release'],
    error:
      'the name of the Helm release in namespace, because they belong together',
  });

/** The input `sides` of the live stage: two clusters and what is to be known about them. */
export const liveSidesSchema = z.strictObject({
  ledger: side,
  auditor: side,
  licensing: z.enum(['byol', 'awsMarketplace']).optional(),
  applications: z.array(applicationSchema).default([]),
  runnerCidrs: z.array(cidr).default([]),
  imageMirrors: z.array(imageMirrorSchema).default([]),
  systemNamespaces: z.array(systemNamespaceSchema).default([]),
  allowedWorkloads: z.array(allowedWorkloadSchema).default([]),
  waivers: z.array(waiverSchema).default([]),
});

export type LiveSides = z.output<typeof liveSidesSchema>;
