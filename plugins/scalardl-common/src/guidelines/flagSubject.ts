import { readFlag, show } from '../facts/product/configuration';
import type { Properties } from '../facts/properties';
import type { Subject } from '../report/report';

/** A Boolean property that must be true; one that an environment variable sets is unknown. */
export function flagSubject(properties: Properties, key: string): Subject {
  const flag = readFlag(properties, key);
  const location = properties.locate(key);
  if (flag === undefined) {
    return {
      id: key,
      verdict: 'unknown',
      detail: `${key} is set by an environment variable`,
      location,
    };
  }
  return {
    id: key,
    verdict: flag ? 'pass' : 'fail',
    detail: `${key} is ${show(properties.get(key))}`,
    location,
  };
}
