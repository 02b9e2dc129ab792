import type { Subject } from '../../report/report';

/** The documents' example of a subnet that is large enough; a smaller number is a larger subnet. */
export const LONGEST_PREFIX = 24;

/** The verdict on a subnet by the length of its prefix. */
export function judgePrefix(
  name: string,
  prefix: number | undefined,
): Pick<Subject, 'verdict' | 'detail'> {
  if (prefix === undefined)
    return { verdict: 'unknown', detail: `the range of ${name} is not known` };
  return {
    verdict: prefix <= LONGEST_PREFIX ? 'pass' : 'fail',
    detail: `${name} is a /${prefix}`,
  };
}
