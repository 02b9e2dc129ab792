import { eksctlStep } from '../eksctlStep';
import { liveCluster } from '../situation';
import { type StepKind, confirmed, missing } from '../step';

/** Lets IAM trust the cluster's issuer, which `iam.withOIDC` asks for. */
export const addOidcProvider: StepKind<'IAM OIDC provider'> = {
  kind: 'add-oidc-provider',
  diff(situation) {
    const { config, state } = situation;
    const { oidcProvider } = state;
    const lacking = oidcProvider.known && !oidcProvider.value;
    return config.iam?.withOIDC && liveCluster(situation) && lacking
      ? ['IAM OIDC provider']
      : [];
  },
  subject: provider => provider,
  describe: provider => `add the ${provider} of the cluster`,
  apply: (_, tools) =>
    eksctlStep(tools, {
      args: [
        'utils',
        'associate-iam-oidc-provider',
        '-f',
        tools.configText.path,
        '--approve',
      ],
      timeout: false,
    }),
  confirm: (_, { state: { oidcProvider } }) =>
    oidcProvider.known && oidcProvider.value
      ? confirmed("IAM has the cluster's issuer as OIDC provider")
      : missing(
          oidcProvider.known
            ? 'IAM has no such OIDC provider'
            : oidcProvider.reason,
          true,
        ),
};
