import type { Certainty } from '../kubernetes/certainty';

/** The account from which EKS serves its images in regions that need no opt-in. */
const STANDARD = '602401143452';

const STANDARD_REGIONS = [
  'ap-northeast-1',
  'ap-northeast-2',
  'ap-northeast-3',
  'ap-south-1',
  'ap-southeast-1',
  'ap-southeast-2',
  'ca-central-1',
  'eu-central-1',
  'eu-north-1',
  'eu-west-1',
  'eu-west-2',
  'eu-west-3',
  'sa-east-1',
  'us-east-1',
  'us-east-2',
  'us-west-1',
  'us-west-2',
];

/** https://docs.aws.amazon.com/eks/latest/userguide/add-ons-images.html, read on 2026-11-28. */
const ACCOUNTS: ReadonlyMap<string, string> = new Map([
  ...STANDARD_REGIONS.map(region => [region, STANDARD] as const),
  ['af-south-1', '877085696533'],
  ['ap-east-1', '800184023465'],
  ['ap-east-2', '533267051163'],
  ['ap-south-2', '900889452093'],
  ['ap-southeast-3', '296578399912'],
  ['ap-southeast-4', '491585149902'],
  ['ap-southeast-5', '151610086707'],
  ['ap-southeast-6', '333609536671'],
  ['ap-southeast-7', '121268973566'],
  ['ca-west-1', '761377655185'],
  ['cn-north-1', '918309763551'],
  ['cn-northwest-1', '961992271922'],
  ['eu-central-2', '900612956339'],
  ['eu-south-1', '590381155156'],
  ['eu-south-2', '455263428931'],
  ['il-central-1', '066635153087'],
  ['me-central-1', '759879836304'],
  ['me-south-1', '558608220178'],
  ['mx-central-1', '730335286997'],
  ['us-gov-east-1', '151742754352'],
  ['us-gov-west-1', '013241004608'],
]);

const PRIVATE_REGISTRY =
  /^(\d{12})\.dkr(?:\.|-)ecr(?:-fips)?\.([a-z0-9-]+)\.(?:amazonaws\.com(?:\.cn)?|on\.aws)\//;

/**
 * Whether a repository of a private ECR registry belongs to EKS itself: anybody may name a repository
 * `eks/coredns`, so the account decides. Unknown for a region that is newer than the table, `undefined` for
 * a repository that is in no such registry.
 */
export function isRegistryOfEks(repository: string): Certainty | undefined {
  const [, account, region = ''] = PRIVATE_REGISTRY.exec(repository) ?? [];
  if (account === undefined) return undefined;
  const own = ACCOUNTS.get(region);
  if (own === undefined) return account === STANDARD ? 'yes' : 'unknown';
  return account === own ? 'yes' : 'no';
}
