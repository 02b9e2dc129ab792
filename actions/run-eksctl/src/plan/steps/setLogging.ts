import { eksctlStep } from '../eksctlStep';
import { type Situation, liveCluster } from '../situation';
import { type StepKind, confirmed, missing } from '../step';

const EVERY_TYPE = [
  'api',
  'audit',
  'authenticator',
  'controllerManager',
  'scheduler',
];

/** Log types that the control plane is to write. */
interface Logging {
  types: string[];
  before: string[];
}

/** Makes the control plane write the declared logs, and no others. */
export const setLogging: StepKind<Logging> = {
  kind: 'set-logging',
  diff(situation) {
    const types = declaredTypes(situation);
    const cluster = liveCluster(situation);
    if (!types || !cluster) return [];
    const before = cluster.logTypes;
    return same(types, before) ? [] : [{ types, before }];
  },
  subject: () => 'control plane logs',
  describe: ({ types, before }) =>
    `write the control plane logs ${words(types)} (now ${words(before)})`,
  apply: (_, tools) =>
    eksctlStep(tools, {
      args: [
        'utils',
        'update-cluster-logging',
        '-f',
        tools.configText.path,
        '--approve',
      ],
    }),
  confirm({ types }, { state }) {
    const live = state.cluster?.logTypes ?? [];
    return same(types, live)
      ? confirmed(`EKS says that the logs are ${words(live)}`)
      : missing(`the logs are ${words(live)}`, true);
  },
};

/** `undefined` where the file does not say. */
function declaredTypes({ config }: Situation): string[] | undefined {
  const types = config.cloudWatch?.clusterLogging?.enableTypes;
  if (!types) return undefined;
  return types.some(type => type === '*' || type === 'all')
    ? EVERY_TYPE
    : types;
}

function same(one: readonly string[], other: readonly string[]): boolean {
  return words(one) === words(other);
}

function words(types: readonly string[]): string {
  return [...types].sort().join(', ') || 'none';
}
