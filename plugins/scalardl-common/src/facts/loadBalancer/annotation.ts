import type { Location } from '../../report/report';
import type { Service } from './service';

/** The only prefix that the controllers read; `service.kubernetes.io/…` has no effect. */
const PREFIX = 'service.beta.kubernetes.io';

/** The value of a load balancer annotation, by the end of its key such as `aws-load-balancer-scheme`. */
export function annotation(
  service: Service,
  suffix: string,
): string | undefined {
  return service.annotations[`${PREFIX}/${suffix}`];
}

/** Where the annotation stands, or the nearest key above it. */
export function locateAnnotation(service: Service, suffix: string): Location {
  return service.locateAnnotation(`${PREFIX}/${suffix}`);
}
