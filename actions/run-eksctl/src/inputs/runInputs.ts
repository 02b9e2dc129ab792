/** The inputs after they were understood. */
export interface RunInputs {
  /** Path as it was given. */
  clusterConfig: string;
  mode: 'plan' | 'apply' | 'delete';
  choices: Choices;
  profile?: string;
  timeoutMinutes: number;
  quietSeconds: number;
  eksctl: EksctlSource;
}

/** What a person decides beside the file. */
export interface Choices {
  endpoint: 'declared' | 'keep' | 'bootstrap';
  /** Set exactly with `endpoint: bootstrap`. */
  bootstrapCidr?: string;
  replaceNodeGroups: boolean;
  controlPlaneSubnets: 'declared' | 'private';
}

/** Where eksctl comes from. */
export type EksctlSource =
  { path: string; version: string } | { version: string; download: Download };

export interface Download {
  /** Address below which `v0.230.0/eksctl_Linux_amd64.tar.gz` stands. */
  url: string;
  sha256?: string;
}
