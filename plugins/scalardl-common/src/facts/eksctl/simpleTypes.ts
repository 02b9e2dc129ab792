import { normaliseCidr } from '../../network/cidr';
import { isRecord } from '../plain/plain';

/** The types of a shape that have no parts, in words and as a test. */
export const SIMPLE_TYPES: Readonly<
  Record<string, { title: string; holds(value: unknown): boolean }>
> = {
  string: {
    title: 'a text; a number needs quotes',
    holds: value => typeof value === 'string',
  },
  boolean: {
    title: 'true or false without quotes',
    holds: value => typeof value === 'boolean',
  },
  integer: { title: 'a whole number', holds: Number.isInteger },
  number: { title: 'a number', holds: value => typeof value === 'number' },
  map: { title: 'a map of keys', holds: isRecord },
  range: {
    title: 'an address range such as 10.1.0.0/20',
    holds: value =>
      typeof value === 'string' &&
      (normaliseCidr(value) !== undefined || /^[\da-f:]+\/\d+$/i.test(value)),
  },
};
