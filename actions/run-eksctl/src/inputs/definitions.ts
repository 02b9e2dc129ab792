/** The release of eksctl that this action was tried with. */
export const PINNED_EKSCTL = '0.230.0';

export const INPUTS = {
  'cluster-config': {
    description: 'Path of the eksctl ClusterConfig file.',
  },
  mode: {
    description:
      'plan prints what would change and changes nothing; apply makes the cluster what the file says; delete removes the cluster with all that eksctl made for it.',
    default: 'apply',
  },
  endpoint: {
    description:
      'How to leave the Kubernetes API endpoint: declared as the file says; keep as it is; bootstrap opens it to bootstrap-cidr alone beside the network, until a later run with declared closes it.',
    default: 'declared',
  },
  'bootstrap-cidr': {
    description:
      'With endpoint: bootstrap, the one IPv4 address to let in, such as 203.0.113.7/32.',
  },
  'replace-node-groups': {
    description:
      'true lets node groups be deleted that the file no longer names, after those that it names are ready.',
    default: 'false',
  },
  'control-plane-subnets': {
    description:
      'private moves the network interfaces of the control plane into the private subnets that eksctl made, which eksctl before 0.231 cannot do at creation; declared does so only where the file says vpc.controlPlaneOnPrivateSubnets.',
    default: 'declared',
  },
  profile: {
    description:
      "Name of a profile of the AWS configuration; otherwise the job's credentials are used.",
  },
  timeout: {
    description: 'Minutes until the run gives up.',
    default: '110',
  },
  'quiet-period': {
    description:
      'Seconds without any change of the cluster by somebody else, before this run begins to change it.',
    default: '240',
  },
  'eksctl-version': {
    description: 'Release of eksctl.',
    default: PINNED_EKSCTL,
  },
  'eksctl-path': {
    description:
      'Path of an eksctl that is already there; it is neither downloaded nor looked for.',
  },
  'eksctl-download-url': {
    description:
      "Address below which eksctl's releases stand, for a mirror of https://github.com/eksctl-io/eksctl/releases/download.",
    default: 'https://github.com/eksctl-io/eksctl/releases/download',
  },
  'eksctl-sha256': {
    description:
      "SHA-256 of the release's archive for this runner; otherwise the release's own list of checksums is read from the same address.",
  },
} as const;
