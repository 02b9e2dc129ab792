import { eksctlStep } from '../eksctlStep';
import { liveCluster } from '../situation';
import { type StepKind, confirmed, missing } from '../step';

/** Gives the declared principals an access entry. Those that others made are left alone. */
export const addAccessEntries: StepKind<string[]> = {
  kind: 'add-access-entries',
  diff(situation) {
    if (!liveCluster(situation)) return [];
    const { config, state } = situation;
    const entries = config.accessConfig?.accessEntries ?? [];
    const lacking = entries
      .map(({ principalARN }) => principalARN)
      .filter(arn => !state.accessEntries.includes(arn));
    return lacking.length > 0 ? [lacking] : [];
  },
  subject: principals => principals.join(', '),
  describe: principals => `add access entries for ${principals.join(', ')}`,
  apply: (_, tools) =>
    eksctlStep(tools, {
      args: ['create', 'accessentry', '-f', tools.configText.path],
    }),
  confirm(principals, { state }) {
    const lacking = principals.filter(
      arn => !state.accessEntries.includes(arn),
    );
    return lacking.length === 0
      ? confirmed(`EKS has access entries for ${principals.join(', ')}`)
      : missing(`no access entry for ${lacking.join(', ')}`, true);
  },
};
