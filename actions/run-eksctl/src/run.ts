import type { Hands } from './apply/perform';
import type { ClusterConfig } from './config/clusterConfig';
import type { ConfigText } from './config/configText';
import type { EksctlRuns } from './eksctl/runEksctl';
import type { RunInputs } from './inputs/runInputs';
import type { Report } from './report/report';
import type { AwsClients } from './state/awsClients';
import type { ClusterState } from './state/clusterState';
import { readState } from './state/readState';

/** Everything that a run works with. */
export interface Run {
  inputs: RunInputs;
  config: ClusterConfig;
  configText: ConfigText;
  aws: AwsClients;
  runs: EksctlRuns;
}

/** What a mode finds out and does; the rest of a report is the same for all. */
export type ModeReport = Omit<
  Report,
  'mode' | 'cluster' | 'region' | 'eksctl' | 'milliseconds'
>;

/** How steps are made; the state that was read already is not read again. */
export function handsOf(run: Run, first: ClusterState): Hands {
  const { inputs, config, configText, aws, runs } = run;
  let known: ClusterState | undefined = first;
  return {
    tools: { runs, aws, configText },
    situate: state => ({ config, state, choices: inputs.choices }),
    watch: {
      name: config.metadata.name,
      deadline: runs.deadline,
      say: line => runs.progress.line(line),
      async read() {
        const state = known ?? (await readState(aws, config));
        known = undefined;
        return state;
      },
    },
  };
}
