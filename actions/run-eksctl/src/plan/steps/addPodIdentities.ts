import { eksctlStep } from '../eksctlStep';
import { onlyPodIdentities } from '../../config/overlay';
import { type Situation, liveCluster } from '../situation';
import { type StepKind, confirmed, missing } from '../step';

/** Gives service accounts the declared roles by EKS Pod Identity. */
export const addPodIdentities: StepKind<string[]> = {
  kind: 'add-pod-identities',
  diff(situation) {
    if (!liveCluster(situation)) return [];
    const lacking = declared(situation).filter(
      name => !isThere(situation, name),
    );
    return lacking.length > 0 ? [lacking] : [];
  },
  subject: accounts => accounts.join(', '),
  describe: accounts =>
    `add pod identity associations for ${accounts.join(', ')}`,
  async apply(accounts, tools) {
    const { configText } = tools;
    // eksctl fails over one that is there already.
    const path = await configText.variant(
      'add-pod-identities.yaml',
      onlyPodIdentities(configText.text, accounts),
    );
    return eksctlStep(tools, {
      args: ['create', 'podidentityassociation', '-f', path],
      timeout: false,
    });
  },
  confirm(accounts, situation) {
    const lacking = accounts.filter(name => !isThere(situation, name));
    return lacking.length === 0
      ? confirmed(
          `EKS has pod identity associations for ${accounts.join(', ')}`,
        )
      : missing(`none for ${lacking.join(', ')}`, true);
  },
};

/** As `namespace/name`. */
function declared({ config }: Situation): string[] {
  return (config.iam?.podIdentityAssociations ?? []).map(
    ({ namespace, serviceAccountName }) => `${namespace}/${serviceAccountName}`,
  );
}

function isThere({ state }: Situation, account: string): boolean {
  return state.podIdentities.some(
    ({ namespace, serviceAccount }) =>
      `${namespace}/${serviceAccount}` === account,
  );
}
