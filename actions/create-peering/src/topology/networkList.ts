import { parseCidr } from '@scalardl-on-eks/plugin-scalardl-common';
import * as z from 'zod';

function text(pattern: RegExp, expected: string) {
  const error = `expected ${expected}`;
  return z.string({ error }).regex(pattern, { error });
}

export const networkName = text(
  /^[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?$/,
  'a name of at most 63 lower-case letters, digits and hyphens',
);

const range = z
  .string({ error: 'expected an IPv4 range' })
  .refine(value => parseCidr(value).ok, {
    error:
      'expected an IPv4 range such as 10.1.0.0/20, written with its first address',
  });

const tags = z
  .record(z.string(), z.string(), {
    error: 'expected tags with their values in quotes',
  })
  .refine(value => Object.keys(value).length > 0, {
    error: 'expected at least one tag',
  });

const subnetIds = z
  .array(
    text(
      /^subnet-[0-9a-f]{8,17}$/,
      'a subnet id such as subnet-0a1b2c3d4e5f60718',
    ),
  )
  .min(1, { error: 'expected at least one subnet' });

const network = z.strictObject(
  {
    name: networkName,
    region: text(
      /^[a-z]{2}(?:-[a-z]+)+-\d$/,
      'an AWS region such as ap-northeast-1',
    ),
    vpcId: text(
      /^vpc-[0-9a-f]{8,17}$/,
      'a VPC id such as vpc-0a1b2c3d4e5f60718',
    ).optional(),
    cluster: text(
      /^[0-9A-Za-z][0-9A-Za-z_-]{0,99}$/,
      'the name of an EKS cluster',
    ).optional(),
    tags: tags.optional(),
    account: text(
      /^\d{12}$/,
      'twelve digits in quotes, such as "123456789012"',
    ).optional(),
    profile: text(/^[^\s\p{C}]+$/u, 'the name of an AWS profile').optional(),
    roleArn: text(
      /^arn:aws[a-z-]*:iam::\d{12}:role\/\S+$/,
      'the ARN of a role',
    ).optional(),
    subnets: z
      .union([subnetIds, tags], {
        error: 'expected a list of subnet ids, or tags',
      })
      .optional(),
    securityGroups: z
      .array(
        text(
          /^sg-[0-9a-f]{8,17}$/,
          'a security group id such as sg-0a1b2c3d4e5f60718',
        ),
      )
      .min(1, { error: 'expected at least one security group' })
      .optional(),
    ranges: z
      .array(range)
      .min(1, { error: 'expected at least one range' })
      .optional(),
  },
  {
    error:
      'expected a network with name, region and one of vpcId, cluster or tags',
  },
);

export type NetworkEntry = z.output<typeof network>;

export const networkList = z
  .array(network, { error: 'expected a list of networks' })
  .min(2, { error: 'expected at least two networks' });
