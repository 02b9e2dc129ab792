import { type Rule, sidesOf } from './rule';

/** The key for Kubernetes secrets belongs to the account and the region of its side. */
export const encryptionKey: Rule = environment =>
  sidesOf(environment).flatMap(({ parts, path, name, region }) => {
    const arn = parts.secretsEncryptionKeyArn;
    if (arn === undefined) return [];
    const [, , , keyRegion, keyAccount] = arn.split(':');
    const account = parts.awsAccountId;
    const right =
      (region === undefined || keyRegion === region) &&
      (account === undefined || keyAccount === account);
    if (right) return [];
    return [
      {
        path: [...path, 'secretsEncryptionKeyArn'],
        expected: `a key of ${[account && `account ${account}`, region].filter(Boolean).join(' in ')}`,
        received: `a key of account ${keyAccount} in ${keyRegion}`,
        remedy: `Name a key of the ${name} side's own account and region.`,
      },
    ];
  });
