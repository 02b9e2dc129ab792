import type { LogType } from '@aws-sdk/client-eks';
import { setClusterConfig } from '../clusterConfig.ts';
import type { WorldSide } from '../../world/world.ts';
import type { Mutation } from '../mutation.ts';

export const mutations: Mutation[] = [
  {
    name: 'only the audit log is off',
    guideline: 'control-plane-logs-enabled',
    async apply({ ledger }) {
      await logs(ledger, { off: ['audit'] });
      return () => logs(ledger, { on: ['audit'] });
    },
    expect: { 'control-plane-logs-enabled/ledger': 'fail' },
    observed: 'audit',
  },
  {
    name: 'scheduler and controller manager are logged, and who signed in is not',
    guideline: 'control-plane-logs-enabled',
    async apply({ auditor }) {
      const others: LogType[] = ['scheduler', 'controllerManager'];
      await logs(auditor, { on: others, off: ['authenticator'] });
      return () => logs(auditor, { on: ['authenticator'], off: others });
    },
    expect: { 'control-plane-logs-enabled/auditor': 'fail' },
    observed: 'authenticator',
  },
];

function logs(
  side: WorldSide,
  { on = [], off = [] }: { on?: LogType[]; off?: LogType[] },
): Promise<void> {
  const clusterLogging = [
    { types: on, enabled: true },
    { types: off, enabled: false },
  ].filter(({ types }) => types.length > 0);
  return setClusterConfig(side, { logging: { clusterLogging } });
}
