import type {
  Deadline,
  Presentation,
  RunContext,
} from '@scalardl-on-eks/action-toolkit';
import { applyConfig } from './apply/applyConfig';
import { readConfigFile } from './config/configFile';
import { configText } from './config/configText';
import { overlayConfig } from './config/overlay';
import { deleteCluster } from './delete/deleteCluster';
import { findEksctl } from './eksctl/findEksctl';
import { firstLook } from './firstLook';
import type { RunInputs } from './inputs/runInputs';
import { toPresentation } from './report/presentation';
import { showPlan } from './showPlan';
import { awsClients } from './state/awsClients';
import type { Run } from './run';

const MODES = { plan: showPlan, apply: applyConfig, delete: deleteCluster };

/** Plans, applies or deletes. */
export async function main(
  inputs: RunInputs,
  { progress, signal }: RunContext,
): Promise<Presentation> {
  const started = Date.now();
  const deadline: Deadline = {
    at: started + inputs.timeoutMinutes * 60_000,
    setBy: `timeout: ${inputs.timeoutMinutes} minutes`,
    signal,
  };
  const file = await readConfigFile(inputs.clusterConfig);
  const { config } = file;
  const eksctl = await findEksctl(inputs.eksctl);
  progress.line(`eksctl ${eksctl.version} from ${eksctl.origin}`);
  const text = overlayConfig(file.text, {
    eksctlVersion: eksctl.version,
    choices: inputs.choices,
  });
  const given = await configText(file, text);
  try {
    const { region } = config.metadata;
    const { profile } = inputs;
    const run: Run = {
      inputs,
      config,
      configText: given,
      aws: await awsClients({ region, profile }, deadline),
      runs: { eksctl, progress, deadline, profile },
    };
    const first = await firstLook(run);
    const report = await MODES[inputs.mode](run, first);
    return toPresentation({
      ...report,
      mode: inputs.mode,
      cluster: config.metadata.name,
      region,
      eksctl,
      milliseconds: Date.now() - started,
    });
  } finally {
    await given.remove();
  }
}
