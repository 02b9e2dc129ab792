import type { EC2Client } from '@aws-sdk/client-ec2';
import type { ServiceQuotasClient } from '@aws-sdk/client-service-quotas';
import type { STSClient } from '@aws-sdk/client-sts';
import type { EKSClient } from '@aws-sdk/client-eks';
import { type Deadline, DeadlineError } from '@scalardl-on-eks/action-toolkit';
import {
  awsErrorCode,
  explainAwsError,
} from '@scalardl-on-eks/action-toolkit/aws';

/** One account in one region, as somebody's credentials see it. */
export interface Account {
  region: string;
  /** The account that the credentials belong to. */
  id(): Promise<string>;
  ec2: EC2Client;
  /** Never repeats a call whose outcome is not known; for what has no client token. */
  ec2Once: EC2Client;
  eks(): Promise<EKSClient>;
  quotas: ServiceQuotasClient;
  sts: STSClient;
  deadline: Deadline;
  /** Whose credentials, for messages. */
  as: string;
}

/** What a call does, for a message: the action as IAM writes it, and what it is about. */
export interface Call {
  action: string;
  about?: string;
}

/**
 * Calls AWS.
 *
 * @throws AwsCallError that says which call failed, why, and what to change; its cause is AWS's own error
 */
export async function call<T>(
  { as, deadline }: Account,
  { action, about }: Call,
  send: () => Promise<T>,
): Promise<T> {
  try {
    return await send();
  } catch (error) {
    throw explainAwsError(orOverdue(error, deadline), {
      call: about ? `${action} ${about}` : action,
      as,
    });
  }
}

/** Where no answer came until the deadline, that is what a person has to know, not how the SDK ended the call. */
function orOverdue(error: unknown, { at, setBy }: Deadline): unknown {
  if (awsErrorCode(error) !== undefined || Date.now() < at) return error;
  return new DeadlineError(`The time is over (${setBy})`, { cause: error });
}

/** Reads every page of a listing. */
export async function pages<Item>(
  read: (
    NextToken: string | undefined,
  ) => Promise<{ NextToken?: string; items?: Item[] }>,
): Promise<Item[]> {
  const all: Item[] = [];
  let token: string | undefined;
  do {
    const { NextToken, items = [] } = await read(token);
    all.push(...items);
    token = NextToken;
  } while (token);
  return all;
}
