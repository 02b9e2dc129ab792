import * as z from 'zod';
import { normaliseCidr } from '../../network/cidr';

/**
 * Builders of single values. The error of each is the phrase after "expected", so that the same words
 * stand in a problem and in the reference of keys.
 */

/** A text that matches the pattern. */
export function text(pattern: RegExp, expected: string) {
  return z.string({ error: expected }).regex(pattern, { error: expected });
}

/** A whole number between two bounds, both included. */
export function wholeNumber(minimum: number, maximum: number) {
  const error = `a whole number from ${minimum} to ${maximum}`;
  return z.int({ error }).min(minimum, { error }).max(maximum, { error });
}

export const port = wholeNumber(1, 65535);

const OCTET = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
const IPV4_RANGE = new RegExp(
  `^(?:${OCTET}\\.){3}${OCTET}/(?:3[0-2]|[12]?\\d)$`,
);

/** An IPv4 range written with the first of its addresses. */
export const cidr = z
  .string({ error: rangeExpected })
  .regex(IPV4_RANGE, { error: rangeExpected, abort: true })
  .refine(value => normaliseCidr(value) === value, {
    error: ({ input }) =>
      `the first address of the range, as in ${normaliseCidr(String(input))}`,
  });

/** IPv6 ranges get their own words, so that nobody looks for a typing error. */
function rangeExpected({ input }: { input?: unknown }): string {
  return typeof input === 'string' && input.includes(':')
    ? 'an IPv4 range, because IPv6 was not tried with this project'
    : 'an IPv4 range such as 10.1.0.0/20';
}

export const kubernetesName = text(
  /^[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?$/,
  'a Kubernetes name: at most 63 lower-case letters, digits and hyphens, starting and ending with a letter or digit',
);

export const zoneName = text(
  /^[a-z]{2}(?:-[a-z]+)+-\d[a-z]$/,
  'an availability zone such as ap-northeast-1a',
);

export const region = text(
  /^[a-z]{2}(?:-[a-z]+)+-\d$/,
  'an AWS region such as ap-northeast-1',
);

export const instanceType = text(
  /^[a-z][a-z0-9-]*\.[a-z0-9-]+$/,
  'an EC2 instance type such as m7i.xlarge',
);

export const vpcId = text(
  /^vpc-(?:[0-9a-f]{8}|[0-9a-f]{17})$/,
  'a VPC id such as vpc-0a1b2c3d4e5f60718',
);

export const subnetId = text(
  /^subnet-(?:[0-9a-f]{8}|[0-9a-f]{17})$/,
  'a subnet id such as subnet-0a1b2c3d4e5f60718',
);

/** One line of printable text. */
export function line(minimum: number, maximum: number) {
  const length =
    minimum === 0 ? `at most ${maximum}` : `${minimum} to ${maximum}`;
  const error = `one line of ${length} characters, without control characters`;
  return z
    .string({ error })
    .min(minimum, { error })
    .max(maximum, { error })
    .regex(/^[^\p{C}]*$/u, { error });
}

export const awsAccountId = text(
  /^\d{12}$/,
  'twelve digits in quotes, such as "123456789012"',
);
