/** What is read of STS; see `ec2.ts`. */
export { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
