import type { Location } from '../../report/report';
import { annotation, locateAnnotation } from './annotation';
import type { Service } from './service';

/** Who may call a load balancer. */
export interface SourceRanges {
  /** What the Service says, in its own words. */
  ranges: readonly string[];
  /** True where nothing is said, so that everybody may call. */
  omitted: boolean;
  /** Something else that decides too, which the file does not spell out. */
  elsewhere?: string;
  location: Location;
}

const ELSEWHERE = [
  'aws-load-balancer-security-groups',
  'aws-load-balancer-security-group-prefix-lists',
];

/**
 * The ranges that a load balancer admits. Left out they are 0.0.0.0/0
 * (https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/service/annotations/#lb-source-ranges).
 */
export function sourceRangesOf(service: Service): SourceRanges {
  const suffix = 'load-balancer-source-ranges';
  const listed =
    service.sourceRanges.length > 0
      ? service.sourceRanges
      : (annotation(service, suffix) ?? '').split(',');
  const ranges = listed.map(range => range.trim()).filter(Boolean);
  const withoutGroup =
    annotation(service, 'aws-load-balancer-disable-nlb-sg') === 'true';
  const other = ELSEWHERE.find(key => annotation(service, key) !== undefined);
  return {
    ranges,
    omitted: ranges.length === 0,
    elsewhere: withoutGroup ? 'aws-load-balancer-disable-nlb-sg' : other,
    location: locateAnnotation(service, suffix),
  };
}
