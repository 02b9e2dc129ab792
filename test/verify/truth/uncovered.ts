/** Guidelines with a live stage that no mutation proves yet; an entry goes with the first one that does. */
export const UNCOVERED: readonly string[] = [
  'secrets-encrypted',
  'separate-aws-accounts',
  'separate-clusters',
  'standard-kubernetes-support',
];
