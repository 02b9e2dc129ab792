import { ListServiceQuotasCommand } from '@aws-sdk/client-service-quotas';
import { type Account, call, pages } from '../aws/account';

/** https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html */
const CODES = {
  routes: 'L-93826ACB',
  rules: 'L-0EA8095F',
  peerings: 'L-7E9ECCDB',
} as const;

export type QuotaName = keyof typeof CODES;

/** The limits in force; one that could not be read is a reason instead, and is not guessed. */
export interface Quotas {
  values: Partial<Record<QuotaName, number>>;
  unread?: string;
}

export async function readQuotas(account: Account): Promise<Quotas> {
  try {
    const quotas = await pages(async NextToken => {
      const page = await call(
        account,
        { action: 'servicequotas:ListServiceQuotas' },
        () =>
          account.quotas.send(
            new ListServiceQuotasCommand({ ServiceCode: 'vpc', NextToken }),
          ),
      );
      return { NextToken: page.NextToken, items: page.Quotas };
    });
    const values = Object.fromEntries(
      Object.entries(CODES).flatMap(([name, code]) => {
        const value = quotas.find(({ QuotaCode }) => QuotaCode === code)?.Value;
        return value === undefined ? [] : [[name, value]];
      }),
    );
    const missing = Object.keys(CODES).filter(name => !(name in values));
    return missing.length === 0
      ? { values }
      : {
          values,
          unread: `Service Quotas has no value for ${missing.join(', ')}`,
        };
  } catch (error) {
    return {
      values: {},
      unread: error instanceof Error ? error.message : String(error),
    };
  }
}
