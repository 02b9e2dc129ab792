/** What is read of Auto Scaling; see `ec2.ts`. */
export {
  AutoScalingClient,
  paginateDescribeAutoScalingGroups,
} from '@aws-sdk/client-auto-scaling';
