import type {
  AllowedWorkload,
  Application,
  Waiver,
} from '../../environment/schema';
import type { Side } from '../../report/report';
import type { Release } from '../release/release';

/** What the live stage knows beside the clusters: out of `scalardl.yaml`, or out of the input `sides`. */
export interface LiveSettings {
  /** `undefined` where nobody told: what depends on it is unknown. */
  licensing: 'byol' | 'awsMarketplace' | undefined;
  /** Where the product is installed; `undefined` where it has to be found by labels alone. */
  release: Readonly<Record<Side, Release | undefined>>;
  /** Networks that call the pair. */
  applications: readonly Application[];
  /** Networks of the runners that deploy. */
  runnerCidrs: readonly string[];
  /** Beginnings of repositories that copy Scalar's images, such as `111111111111.dkr.ecr.…/scalar/`. */
  imageMirrors: readonly string[];
  /** Namespaces of tools, beside those of Kubernetes and AWS themselves. */
  systemNamespaces: readonly string[];
  allowedWorkloads: readonly AllowedWorkload[];
  waivers: readonly Waiver[];
}
