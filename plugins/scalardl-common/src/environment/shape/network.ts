import * as z from 'zod';
import { cidr, subnetId, vpcId, zoneName } from './scalar';

const privateSubnet = z.strictObject({
  id: subnetId.describe('Id of the subnet.'),
  zone: zoneName.describe('Availability zone of the subnet.'),
  cidr: cidr.describe('IPv4 range of the subnet.'),
});

const existing = z.strictObject({
  vpcId: vpcId.describe('Id of the VPC that is already there.'),
  cidrs: z
    .array(cidr)
    .min(1)
    .max(20)
    .describe('Every IPv4 range of that VPC, secondary ranges included.'),
  privateSubnets: z
    .array(privateSubnet)
    .min(2)
    .max(50)
    .describe('Private subnets for the nodes, one or more a zone.'),
});

export const network = z.strictObject({
  cidr: cidr
    .optional()
    .describe('Range of the new VPC, /16 to /24; immutable once created.'),
  zones: z
    .array(zoneName)
    .min(2)
    .max(6)
    .optional()
    .describe(
      'Availability zones of the new VPC; eksctl cuts a public and a private subnet in each.',
    ),
  existing: existing
    .optional()
    .describe(
      'A VPC and subnets that are already there, instead of cidr and zones.',
    ),
});

export const endpoint = z.strictObject({
  access: z
    .enum(['private', 'restrictedPublic'])
    .default('private')
    .describe(
      'Who reaches the Kubernetes API: the network only, or also publicCidrs.',
    ),
  publicCidrs: z
    .array(cidr)
    .min(1)
    .max(40)
    .optional()
    .describe(
      'Ranges allowed to reach the public endpoint; needed with restrictedPublic, and only then.',
    ),
});
