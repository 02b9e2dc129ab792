import type { RenderedFile } from '../renderedFile';
import type { SideModel } from '../side/sideModel';
import { header } from '../yaml/header';
import { overlaid, yamlText, type YamlContent } from '../yaml/yamlText';
import { addons } from './addons';
import { iam } from './iam';
import { nodeGroup } from './nodeGroup';
import { vpc } from './vpc';

/** How long the control plane's logs are kept; CloudWatch accepts only certain numbers. */
const LOG_RETENTION_DAYS = 90;

/** `clusters/<side>.yaml`: the eksctl ClusterConfig of one side. */
export function clusterConfigFile(model: SideModel): RenderedFile {
  const { side, product, spec } = model;
  return {
    path: `clusters/${side}.yaml`,
    owner: 'tool',
    content: yamlText(header(`The EKS cluster of ${product.title}.`), [
      overlaid(clusterConfig(model), spec.eksctl),
    ]),
  };
}

/** Only keys that the pinned eksctl knows (`eksctl utils schema`). */
function clusterConfig(model: SideModel): YamlContent {
  const { environment, side, spec, region } = model;
  const { name } = environment.metadata;
  const network = vpc(model);
  return {
    data: {
      apiVersion: 'eksctl.io/v1alpha5',
      kind: 'ClusterConfig',
      metadata: {
        name: spec.clusterName,
        region,
        version: environment.spec.kubernetesVersion,
        tags: {
          'scalardl-on-eks/environment': name,
          'scalardl-on-eks/side': side,
        },
      },
      ...(spec.network.existing
        ? {}
        : { availabilityZones: spec.network.zones ?? [] }),
      kubernetesNetworkConfig: {
        serviceIPv4CIDR: environment.spec.serviceCidr,
      },
      vpc: network.data,
      autoModeConfig: { enabled: false },
      accessConfig: { authenticationMode: 'API' },
      upgradePolicy: { supportType: 'STANDARD' },
      ...(spec.secretsEncryptionKeyArn
        ? { secretsEncryption: { keyARN: spec.secretsEncryptionKeyArn } }
        : {}),
      cloudWatch: {
        clusterLogging: {
          enableTypes: ['api', 'audit', 'authenticator'],
          logRetentionInDays: LOG_RETENTION_DAYS,
        },
      },
      iam: iam(model),
      addonsConfig: { autoApplyPodIdentityAssociations: true },
      addons: addons(model),
      managedNodeGroups: [nodeGroup(model)],
    },
    comments: [
      ...network.comments.map(comment => ({
        ...comment,
        at: ['vpc', ...comment.at],
      })),
      {
        at: ['kubernetesNetworkConfig'],
        text: 'Written out because it is immutable and must not overlap any network that pods reach.',
      },
      {
        at: ['autoModeConfig'],
        text: 'Written out so that a later default of eksctl does not turn Auto Mode on.',
      },
      {
        at: ['upgradePolicy'],
        text: 'EKS upgrades the control plane by itself when standard support ends.',
      },
      ...(environment.spec.licensing === 'awsMarketplace'
        ? [
            {
              at: ['iam', 'serviceAccounts'],
              text: 'AWS Marketplace documents metering for IAM roles for service accounts only.',
            },
          ]
        : []),
      {
        at: ['addonsConfig'],
        text: 'Gives every add-on its recommended role through EKS Pod Identity.',
      },
      {
        at: ['addons'],
        text: "Without a version EKS installs the cluster version's default; pin one through the eksctl overlay.",
      },
      {
        at: ['addons', 1],
        guideline: 'network-policies-enforced',
        text: 'without this setting the add-on ignores every NetworkPolicy.',
      },
      {
        at: ['managedNodeGroups', 0],
        text: 'The suffix follows what cannot change in place, so that such a change makes a new group.',
      },
      {
        at: ['managedNodeGroups', 0, 'labels'],
        text: 'A label, not a taint: the schema loading Job tolerates no taint.',
      },
    ],
  };
}
