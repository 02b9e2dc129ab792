import { contains, toRange } from '../../network/cidr';
import { namedRanges } from '../ranges';
import type { Rule } from './rule';

/** https://www.rfc-editor.org/rfc/rfc1918 and https://www.rfc-editor.org/rfc/rfc6598 */
const PRIVATE = [
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '100.64.0.0/10',
];

/** Every network of the file is private: what may call the pair is never an address of the internet. */
export const privateRanges: Rule = environment =>
  namedRanges(environment)
    .filter(({ path }) => path[1] !== 'serviceCidr')
    .filter(
      ({ range }) => !PRIVATE.some(outer => contains(toRange(outer), range)),
    )
    .map(({ path, cidr }) => ({
      path,
      expected: `a private range inside ${PRIVATE.join(', ')}`,
      received: cidr,
      remedy:
        'Choose a private range: the pair is reached over private networks only.',
    }));
