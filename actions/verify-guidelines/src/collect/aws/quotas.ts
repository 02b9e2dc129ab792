import { collector, valueOf } from '../collector';
import type { SideAccess } from '../sideAccess';
import { call, unless } from './call';
import { serviceQuotas } from './clients';

/** https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html */
const CODES = {
  peeringsPerVpc: 'L-7E9ECCDB',
  routesPerTable: 'L-93826ACB',
  rulesPerSecurityGroup: 'L-0EA8095F',
} as const;

export const quotas = collector({
  fact: 'quotas',
  needs: ['cluster'],
  uses: ['vpc'],
  aws: [
    'servicequotas:GetServiceQuota',
    'servicequotas:GetAWSDefaultServiceQuota',
  ],
  async collect(access, { vpc, ...given }) {
    const { accountId } = valueOf({ vpc, ...given }, 'cluster');
    if (vpc.ok && vpc.value.ownerId !== accountId) {
      throw new Error(
        `servicequotas:GetServiceQuota: the VPC belongs to account ${vpc.value.ownerId}, and the quotas of account ${accountId} do not hold for it.`,
      );
    }
    const [peeringsPerVpc, routesPerTable, rulesPerSecurityGroup] =
      await Promise.all([
        readQuota(access, CODES.peeringsPerVpc),
        readQuota(access, CODES.routesPerTable),
        readQuota(access, CODES.rulesPerSecurityGroup),
      ]);
    return { peeringsPerVpc, routesPerTable, rulesPerSecurityGroup };
  },
});

/** The value that is in force: the account's own, and where it has none the default of AWS. */
async function readQuota(
  access: SideAccess,
  QuotaCode: string,
): Promise<number> {
  const { client, ...sdk } = await serviceQuotas(access);
  const quota = { ServiceCode: 'vpc', QuotaCode };
  const about = `${QuotaCode} of vpc`;
  const own = await unless('NoSuchResourceException', () =>
    call(access, { action: 'servicequotas:GetServiceQuota', about }, options =>
      client.send(new sdk.GetServiceQuotaCommand(quota), options),
    ),
  );
  const answer =
    own ??
    (await call(
      access,
      { action: 'servicequotas:GetAWSDefaultServiceQuota', about },
      options =>
        client.send(new sdk.GetAWSDefaultServiceQuotaCommand(quota), options),
    ));
  const value = answer.Quota?.Value;
  if (value === undefined) {
    throw new Error(`servicequotas:GetServiceQuota ${about} has no value.`);
  }
  return value;
}
