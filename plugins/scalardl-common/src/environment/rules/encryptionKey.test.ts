import { breaches } from './example.fixture';
import { encryptionKey } from './encryptionKey';

describe('encryptionKey', () => {
  it('is content with the example', () => {
    expect(breaches(encryptionKey)).toEqual([]);
  });

  it('takes a key of its own account and region', () => {
    const keys = breaches(encryptionKey, spec => {
      spec.ledger.secretsEncryptionKeyArn =
        'arn:aws:kms:ap-northeast-1:111111111111:key/11111111-2222-3333-4444-555555555555';
    });
    expect(keys).toEqual([]);
  });

  it('refuses a key of another account', () => {
    const keys = breaches(encryptionKey, spec => {
      spec.ledger.secretsEncryptionKeyArn =
        'arn:aws:kms:ap-northeast-1:222222222222:key/11111111-2222-3333-4444-555555555555';
    });
    expect(keys).toEqual(['spec.ledger.secretsEncryptionKeyArn']);
  });

  it('refuses a key of another region', () => {
    const keys = breaches(encryptionKey, spec => {
      spec.auditor.region = 'us-east-1';
      spec.auditor.secretsEncryptionKeyArn =
        'arn:aws:kms:ap-northeast-1:222222222222:key/11111111-2222-3333-4444-555555555555';
    });
    expect(keys).toEqual(['spec.auditor.secretsEncryptionKeyArn']);
  });
});
