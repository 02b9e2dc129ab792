import { setClusterConfig } from '../clusterConfig.ts';
import type { Mutation } from '../mutation.ts';

export const mutations: Mutation[] = [
  {
    name: 'only the audit log is off',
    guideline: 'control-plane-logs-enabled',
    async apply({ ledger }) {
      const audit = (enabled: boolean) =>
        setClusterConfig(ledger, {
          logging: { clusterLogging: [{ types: ['audit'], enabled }] },
        });
      await audit(false);
      return () => audit(true);
    },
    expect: { 'control-plane-logs-enabled/ledger': 'fail' },
    observed: 'audit',
  },
];
