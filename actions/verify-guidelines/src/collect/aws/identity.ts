import { collector } from '../collector';
import { call } from './call';
import { sts } from './clients';

export const identity = collector({
  fact: 'identity',
  aws: ['sts:GetCallerIdentity'],
  async collect(access) {
    const { client, GetCallerIdentityCommand } = await sts(access);
    const { Account = '', Arn = '' } = await call(
      access,
      { action: 'sts:GetCallerIdentity' },
      options => client.send(new GetCallerIdentityCommand({}), options),
    );
    return { accountId: Account, arn: Arn };
  },
});
