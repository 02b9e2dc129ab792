import type { AddonConfig } from '../../config/clusterConfig';
import { onlyAddons } from '../../config/overlay';
import { eksctlStep } from '../eksctlStep';
import { type Situation, liveCluster } from '../situation';
import { type StepKind, confirmed, missing } from '../step';
import { isBeforeNodes, wantedAddons } from '../wantedAddons';

type Phase = 'before nodes' | 'after nodes';

/** Adds the add-ons that are missing: some before there are nodes, and others that need nodes to get ready. */
export function addAddons(phase: Phase): StepKind<AddonConfig[]> {
  return {
    kind: 'add-addons',
    diff(situation) {
      if (!liveCluster(situation)) return [];
      const lacking = wantedAddons(situation).filter(
        addon =>
          isBeforeNodes(addon) === (phase === 'before nodes') &&
          !isThere(situation, addon),
      );
      return lacking.length > 0 ? [lacking] : [];
    },
    subject: names,
    describe: addons => `add the add-ons ${names(addons)}`,
    async apply(addons, tools) {
      const { configText } = tools;
      const path = await configText.variant(
        'add-addons.yaml',
        onlyAddons(configText.text, {
          addons,
          nodeGroups: phase === 'after nodes',
        }),
      );
      return eksctlStep(tools, { args: ['create', 'addon', '-f', path] });
    },
    confirm(addons, situation) {
      const lacking = addons.filter(addon => !isThere(situation, addon));
      return lacking.length === 0
        ? confirmed(
            `EKS has the add-ons ${addons
              .map(addon => statusOf(situation, addon))
              .join(', ')}`,
          )
        : missing(
            lacking.map(addon => statusOf(situation, addon)).join(', '),
            true,
          );
    },
  };
}

/** eksctl makes an add-on anew whose creation failed. */
function isThere({ state }: Situation, { name }: AddonConfig): boolean {
  const live = state.addons.find(addon => addon.name === name);
  return live !== undefined && live.status !== 'CREATE_FAILED';
}

function statusOf({ state }: Situation, { name }: AddonConfig): string {
  const live = state.addons.find(addon => addon.name === name);
  if (!live) return `${name} absent`;
  const health = live.health.length > 0 ? ` (${live.health.join('; ')})` : '';
  return `${name} ${live.version} ${live.status}${health}`;
}

function names(addons: readonly AddonConfig[]): string {
  return addons.map(({ name }) => name).join(', ');
}
