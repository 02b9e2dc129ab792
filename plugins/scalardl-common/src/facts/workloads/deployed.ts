import type { Location } from '../../report/report';

/** Something that the repository puts into a cluster. */
export interface Deployed {
  id: string;
  /** `belongs`: the product, its tools or a part of the cluster; `foreign`: anything else. */
  what: 'belongs' | 'foreign' | 'unknown';
  detail: string;
  location: Location;
}
