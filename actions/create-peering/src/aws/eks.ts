/** What is used of EKS, in a file of its own, so that it is loaded only for clusters and without the rest. */
export { DescribeClusterCommand, EKSClient } from '@aws-sdk/client-eks';
