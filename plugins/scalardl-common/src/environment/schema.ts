import * as z from 'zod';
import {
  actions,
  allowedWorkload,
  application,
  imageMirror,
  runners,
  systemNamespace,
  waiver,
} from './shape/operation';
import { cidr, line, region, text } from './shape/scalar';
import { auditor, ledger } from './shape/side';

/**
 * The shape of `scalardl.yaml`. Rules that span several keys stand in `rules/`;
 * here is what one key alone can tell.
 */

const metadata = z.strictObject({
  name: text(
    /^[a-z](?:[a-z0-9]|-(?=[a-z0-9])){1,29}$/,
    '2 to 30 lower-case letters, digits and single hyphens, starting with a letter',
  ).describe('Name of the environment.'),
  owner: text(
    /^(?:[a-z]+:)?(?:[a-z0-9._-]+\/)?[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/,
    'an entity reference such as group:default/payments',
  ).describe('Catalog entity that owns the environment.'),
  description: line(0, 200).optional().describe('One line on what it is for.'),
});

const tls = z.strictObject({
  enabled: z.boolean().describe('TLS on Ledger, Auditor and Envoy.'),
});

const monitoring = z.strictObject({
  metrics: z
    .boolean()
    .describe('kube-prometheus-stack with the product monitors.'),
  logs: z.boolean().describe('CloudWatch add-on on every node.'),
});

const spec = z.strictObject({
  actions: actions.describe("Where the workflows' own actions come from."),
  region: region.describe(
    'AWS region of both sides, unless a side names its own.',
  ),
  kubernetesVersion: text(
    /^\d+\.\d+$/,
    'a Kubernetes minor version in quotes, such as "1.35"',
  ).describe('Kubernetes minor version of both clusters.'),
  eksctlVersion: text(/^\d+\.\d+\.\d+$/, 'a version such as 0.230.0').describe(
    'eksctl release that creates and changes the clusters.',
  ),
  productVersion: text(/^\d+\.\d+\.\d+$/, 'a version such as 3.13.0').describe(
    'ScalarDL version of both sides.',
  ),
  licensing: z
    .enum(['byol', 'awsMarketplace'])
    .describe('Own licence key, or pay-as-you-go through AWS Marketplace.'),
  authentication: z
    .enum(['hmac', 'digitalSignature'])
    .describe(
      'How clients and the two sides prove who they are; the same on both.',
    ),
  tls: tls.describe(
    'Transport encryption; the certificates are Kubernetes secrets.',
  ),
  serviceCidr: cidr.describe(
    'Kubernetes service range of both clusters, /12 to /24; immutable.',
  ),
  monitoring: monitoring.describe('What watches the clusters.'),
  ledger: ledger.describe('The Ledger side.'),
  auditor: auditor.describe('The Auditor side.'),
  applications: z
    .array(application)
    .max(100)
    .default([])
    .describe('Networks that call the pair.'),
  runners: runners.describe('The GitHub runners.'),
  waivers: z
    .array(waiver)
    .max(100)
    .default([])
    .describe('Guidelines set aside for a time.'),
  imageMirrors: z
    .array(imageMirror)
    .max(20)
    .default([])
    .describe("Repositories that copy Scalar's images under their own names."),
  systemNamespaces: z
    .array(systemNamespace)
    .max(50)
    .default([])
    .describe(
      'Namespaces of cluster tools, beside those of Kubernetes, AWS and the usual tools; images of applications do not belong there either.',
    ),
  allowedWorkloads: z
    .array(allowedWorkload)
    .max(100)
    .default([])
    .describe('What else may run beside the product.'),
});

/** The zod schema of the environment file; `z.input` is the file, `z.output` has defaults filled in. */
export const environmentSchema = z.strictObject({
  apiVersion: z
    .literal('scalardl-on-eks/v1')
    .describe('Version of this format.'),
  kind: z.literal('Environment').describe('Kind of the document.'),
  metadata: metadata.describe(
    'What the environment is called and whose it is.',
  ),
  spec: spec.describe('What to run.'),
});

/** The environment as the rest of the code sees it: defaults filled in. */
export type Environment = z.output<typeof environmentSchema>;

/** The environment as a person writes it: defaults may be left out. */
export type EnvironmentInput = z.input<typeof environmentSchema>;

export type SideSpec = Environment['spec']['ledger'] & { ledgerHost?: string };

export type Waiver = Environment['spec']['waivers'][number];

export type Application = Environment['spec']['applications'][number];

export type AllowedWorkload = Environment['spec']['allowedWorkloads'][number];
