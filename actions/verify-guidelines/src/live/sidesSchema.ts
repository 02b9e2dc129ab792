import * as z from 'zod';
import {
  allowedWorkloadSchema,
  applicationSchema,
  parseCidr,
  waiverSchema,
} from '@scalardl-on-eks/plugin-scalardl-common';

function text(pattern: RegExp, expected: string) {
  const error = `expected ${expected}`;
  return z.string({ error }).regex(pattern, { error });
}

const line = text(/^[^\s\p{C}]+$/u, 'text without blanks');

const kubernetesName = text(
  /^[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?$/,
  'a Kubernetes name of lower-case letters, digits and hyphens',
);

const side = z
  .strictObject({
    cluster: text(
      /^[0-9A-Za-z][0-9A-Za-z_-]{0,99}$/,
      'the name of an EKS cluster',
    ),
    region: text(
      /^[a-z]{2}(?:-[a-z]+)+-\d$/,
      'an AWS region such as ap-northeast-1',
    ),
    profile: line.optional(),
    roleArn: text(
      /^arn:aws[a-z-]*:iam::\d{12}:role\/\S+$/,
      'the ARN of a role',
    ).optional(),
    kubeconfig: z
      .string({ error: 'expected the path of a kubeconfig' })
      .min(1, { error: 'expected the path of a kubeconfig' })
      .optional(),
    context: line.optional(),
    namespace: kubernetesName.optional(),
    release: kubernetesName.optional(),
  })
  .refine(({ kubeconfig, context }) => kubeconfig || !context, {
    error: 'context is a context of kubeconfig; give that too, or remove it',
  })
  .refine(({ namespace, release }) => Boolean(namespace) === Boolean(release), {
    error: 'namespace and release belong together; give both or none',
  });

const cidr = z
  .string({ error: 'expected an IPv4 range such as 10.4.0.0/24' })
  .refine(value => parseCidr(value).ok, {
    error: 'expected an IPv4 range such as 10.4.0.0/24',
  });

/** The input `sides` of the live stage: two clusters and what is to be known about them. */
export const liveSidesSchema = z.strictObject({
  ledger: side,
  auditor: side,
  licensing: z.enum(['byol', 'awsMarketplace']).optional(),
  applications: z.array(applicationSchema).default([]),
  runnerCidrs: z.array(cidr).default([]),
  imageMirrors: z.array(line).default([]),
  systemNamespaces: z.array(kubernetesName).default([]),
  allowedWorkloads: z.array(allowedWorkloadSchema).default([]),
  waivers: z.array(waiverSchema).default([]),
});

export type LiveSides = z.output<typeof liveSidesSchema>;
