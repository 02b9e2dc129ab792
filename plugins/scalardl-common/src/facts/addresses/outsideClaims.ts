import { namedRanges } from '../../environment/ranges';
import type { Environment } from '../../environment/schema';
import type { SourceDocument } from '../sourceDocument';
import type { Claim } from './claim';

/** The networks around the two clusters: applications and runners, as the environment file names them. */
export function outsideClaims(
  environment: Environment,
  environmentSource: SourceDocument,
): Claim[] {
  return namedRanges(environment)
    .filter(({ path }) => ['applications', 'runners'].includes(String(path[1])))
    .map(({ owner, cidr, range, path }) => ({
      owner,
      purpose: 'network',
      cidr,
      range,
      location: environmentSource.locate(...path),
    }));
}

/** Every range that the environment file writes out, whatever it is for. */
export function declaredRanges(
  environment: Environment | undefined,
): ReadonlySet<string> {
  return new Set(
    environment ? namedRanges(environment).map(({ cidr }) => cidr) : [],
  );
}
