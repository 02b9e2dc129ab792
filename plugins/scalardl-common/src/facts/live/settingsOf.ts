import type { Environment } from '../../environment/schema';
import { releaseOf } from '../release/release';
import type { LiveSettings } from './settings';

/** What an environment file tells the live stage beside the names of its clusters. */
export function settingsOf(environment: Environment): LiveSettings {
  const { spec } = environment;
  return {
    licensing: spec.licensing,
    release: {
      ledger: releaseOf(environment, 'ledger'),
      auditor: releaseOf(environment, 'auditor'),
    },
    applications: spec.applications,
    runnerCidrs: spec.runners.cidrs,
    imageMirrors: spec.imageMirrors,
    systemNamespaces: spec.systemNamespaces,
    allowedWorkloads: spec.allowedWorkloads,
    waivers: spec.waivers,
  };
}
