import { eksctlStep } from '../eksctlStep';
import { liveCluster } from '../situation';
import { type StepKind, confirmed, missing } from '../step';

/** Encrypts Secrets with a key of KMS; there is no way back. */
export const encryptSecrets: StepKind<string> = {
  kind: 'encrypt-secrets',
  diff(situation) {
    const key = situation.config.secretsEncryption?.keyARN;
    const cluster = liveCluster(situation);
    return key && cluster && !cluster.encryptionKey ? [key] : [];
  },
  subject: key => key,
  describe: key => `encrypt Secrets with ${key}, which cannot be undone`,
  apply: (_, tools) =>
    eksctlStep(tools, {
      args: [
        'utils',
        'enable-secrets-encryption',
        '-f',
        tools.configText.path,
        '--approve',
      ],
    }),
  confirm: (key, { state }) =>
    state.cluster?.encryptionKey === key
      ? confirmed(`EKS says that Secrets are encrypted with ${key}`)
      : missing('EKS names no such key', true),
};
