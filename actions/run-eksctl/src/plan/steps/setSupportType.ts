import { type StepKind, confirmed, missing } from '../step';
import { liveCluster } from '../situation';
import { updateCluster } from '../updateCluster';

/** Chooses what EKS does when standard support ends; eksctl has no command for it. */
export const setSupportType: StepKind<'STANDARD' | 'EXTENDED'> = {
  kind: 'set-support-type',
  diff(situation) {
    const wanted = situation.config.upgradePolicy?.supportType;
    const live = liveCluster(situation)?.supportType;
    if (wanted !== 'STANDARD' && wanted !== 'EXTENDED') return [];
    return live && live !== wanted ? [wanted] : [];
  },
  subject: type => type,
  describe: type => `set the support type to ${type}`,
  apply: (supportType, tools) =>
    updateCluster(tools, { upgradePolicy: { supportType } }),
  confirm: (type, { state }) =>
    state.cluster?.supportType === type
      ? confirmed(`EKS says that the support type is ${type}`)
      : missing(`the support type is ${state.cluster?.supportType}`, true),
};
