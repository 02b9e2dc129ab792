import type { AddonConfig } from '../../config/clusterConfig';
import { onlyAddons } from '../../config/overlay';
import { addonChange } from '../addonChange';
import { eksctlStep } from '../eksctlStep';
import { type Situation, liveCluster } from '../situation';
import { type StepKind, confirmed, missing } from '../step';

interface Change {
  /** With the version to move to, because eksctl keeps the present one where none is named. */
  addon: AddonConfig;
  reason: string;
}

/** Brings add-ons to the declared version and configuration, or to one that fits the cluster's version. */
export const updateAddons: StepKind<Change[]> = {
  kind: 'update-addons',
  diff(situation) {
    const changes = changesOf(situation);
    return changes.length > 0 ? [changes] : [];
  },
  subject: changes => changes.map(({ addon }) => addon.name).join(', '),
  describe: changes =>
    `update the add-ons ${changes
      .map(({ addon, reason }) => `${addon.name} (${reason})`)
      .join(', ')}`,
  async apply(changes, tools) {
    const { configText } = tools;
    const path = await configText.variant(
      'update-addons.yaml',
      onlyAddons(configText.text, {
        addons: changes.map(({ addon }) => addon),
        nodeGroups: true,
      }),
    );
    return eksctlStep(tools, {
      args: ['update', 'addon', '-f', path, '--wait'],
    });
  },
  confirm(changes, situation) {
    const names = changes.map(({ addon }) => addon.name);
    const open = changesOf(situation).filter(({ addon }) =>
      names.includes(addon.name),
    );
    const live = situation.state.addons
      .filter(({ name }) => names.includes(name))
      .map(({ name, version, status }) => `${name} ${version} ${status}`)
      .join(', ');
    return open.length === 0
      ? confirmed(`EKS says ${live}`)
      : missing(live, true);
  },
};

function changesOf(situation: Situation): Change[] {
  if (!liveCluster(situation)) return [];
  const { addons = [] } = situation.config;
  return addons.flatMap(addon => {
    const change = addonChange(addon, situation);
    return change
      ? [
          {
            addon: { ...addon, version: change.version },
            reason: change.reason,
          },
        ]
      : [];
  });
}
