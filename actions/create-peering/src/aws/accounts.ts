import { EC2Client } from '@aws-sdk/client-ec2';
import { ServiceQuotasClient } from '@aws-sdk/client-service-quotas';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import type { Deadline } from '@scalardl-on-eks/action-toolkit';
import {
  DeadlineRetryStrategy,
  clientOptions,
} from '@scalardl-on-eks/action-toolkit/aws';
import { type Account, call } from './account';
import type { Credentials } from './credentials';
import { endAtDeadline } from './endAtDeadline';

/** Who is asked for an account: whose credentials, where, and which input says so. */
export interface AccountQuery {
  credentials: Credentials;
  region: string;
  /** Key of the network in the inputs. */
  key: string;
}

export type Accounts = (query: AccountQuery) => Promise<Account>;

/** What networks share that stand in the same account and region. */
type Shared = Omit<Account, 'as' | 'id'>;

/** Opens each account once, however many networks stand in it. */
export function openAccounts(deadline: Deadline): Accounts {
  const opened = new Map<string, Promise<Shared>>();
  const identities = new Map<string, Promise<string>>();
  return async query => {
    const { credentials, region } = query;
    const whose = JSON.stringify([credentials.profile, credentials.roleArn]);
    const shared = await remember(opened, `${whose} ${region}`, () =>
      open(query, deadline),
    );
    const account: Account = {
      ...shared,
      as: describe(query),
      id: () => remember(identities, whose, () => readIdentity(account)),
    };
    return account;
  };
}

function remember<T>(
  known: Map<string, Promise<T>>,
  name: string,
  make: () => Promise<T>,
): Promise<T> {
  const value = known.get(name) ?? make();
  known.set(name, value);
  return value;
}

async function open(
  { credentials, region }: AccountQuery,
  deadline: Deadline,
): Promise<Shared> {
  const options = {
    ...(await clientOptions({ region, ...credentials }, deadline)),
    extensions: [endAtDeadline(deadline)],
  };
  return {
    region,
    deadline,
    sts: new STSClient(options),
    ec2: new EC2Client(options),
    ec2Once: new EC2Client({
      ...options,
      retryStrategy: new DeadlineRetryStrategy(deadline, ['THROTTLING']),
    }),
    quotas: new ServiceQuotasClient(options),
    async eks() {
      const { EKSClient } = await import('./eks');
      return new EKSClient(options);
    },
  };
}

async function readIdentity(account: Account): Promise<string> {
  const { Account: id = '' } = await call(
    account,
    { action: 'sts:GetCallerIdentity' },
    () => account.sts.send(new GetCallerIdentityCommand({})),
  );
  return id;
}

function describe({ credentials, region, key }: AccountQuery): string {
  const { profile, roleArn } = credentials;
  const whose = [
    profile && `profile ${profile}`,
    roleArn && `role ${roleArn}`,
    region,
  ].filter(Boolean);
  return `the credentials of ${key} (${whose.join(', ')})`;
}
