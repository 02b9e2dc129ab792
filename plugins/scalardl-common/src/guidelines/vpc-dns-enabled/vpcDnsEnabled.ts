import type { Subject } from '../../report/report';
import { combine } from '../finding';
import type { Guideline } from '../guideline';
import { liveSideCheck } from '../liveCheck';
import { source } from '../sources';

/** https://docs.aws.amazon.com/eks/latest/userguide/network-reqs.html */
export const vpcDnsEnabled: Guideline = {
  id: 'vpc-dns-enabled',
  level: 'derived',
  title: 'The VPC has DNS support and DNS host names',
  source: source(
    'eksUserGuide',
    'View Amazon EKS networking requirements for VPC and subnets',
  ),
  pass: 'DNS support and DNS host names of the VPC are on.',
  fail: 'Without both DNS attributes nodes cannot register, private endpoints have no names, and the peering cannot resolve any.',
  remedy:
    'Switch on enableDnsSupport and enableDnsHostnames: aws ec2 modify-vpc-attribute, one call each.',
  live: liveSideCheck({
    needs: ['vpcDns'],
    check: ({ vpcDns }) =>
      combine(
        [
          attribute('enableDnsSupport', vpcDns.support),
          attribute('enableDnsHostnames', vpcDns.hostnames),
        ],
        { none: 'no attributes', expected: 'both on' },
      ),
  }),
};

function attribute(id: string, on: boolean): Subject {
  return {
    id,
    verdict: on ? 'pass' : 'fail',
    detail: `${id} is ${on ? 'on' : 'off'}`,
  };
}
