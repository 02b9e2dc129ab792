import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { EC2Client } from '@aws-sdk/client-ec2';
import { EKSClient } from '@aws-sdk/client-eks';
import { IAMClient } from '@aws-sdk/client-iam';
import type { Deadline } from '@scalardl-on-eks/action-toolkit';
import {
  type AwsClientOptions,
  clientOptions,
  explainAwsError,
} from '@scalardl-on-eks/action-toolkit/aws';

/** Clients of the services that are read and, where eksctl has no fitting command, written. */
export interface AwsClients {
  cloudFormation: CloudFormationClient;
  ec2: EC2Client;
  eks: EKSClient;
  iam: IAMClient;
  options: AwsClientOptions;
  /** Runs one call; its error says which one it was and whose credentials it had. */
  call<T>(name: string, work: () => Promise<T>): Promise<T>;
}

export async function awsClients(
  { region, profile }: { region: string; profile?: string },
  deadline: Deadline,
): Promise<AwsClients> {
  const options = await clientOptions({ region, profile }, deadline);
  const as = profile
    ? `profile ${profile} in ${region}`
    : `the job's credentials in ${region}`;
  return {
    cloudFormation: new CloudFormationClient(options),
    ec2: new EC2Client(options),
    eks: new EKSClient(options),
    iam: new IAMClient(options),
    options,
    async call(name, work) {
      try {
        return await work();
      } catch (error) {
        throw explainAwsError(error, { call: name, as });
      }
    },
  };
}
