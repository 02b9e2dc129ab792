import { validateConfig } from './eksctl/validateConfig';
import type { Run } from './run';
import type { ClusterState } from './state/clusterState';
import { readState } from './state/readState';

/**
 * Reads the state while eksctl judges the file. Where AWS cannot be read, that is said first: eksctl would
 * stumble over the same, with less to say about it.
 */
export async function firstLook({
  inputs,
  config,
  configText,
  aws,
  runs,
}: Run): Promise<ClusterState> {
  const reading = readState(aws, config);
  // What is to go needs no file that could be created.
  if (inputs.mode === 'delete') return reading;
  const ending = new AbortController();
  const judging = validateConfig({
    eksctl: runs.eksctl,
    path: inputs.clusterConfig,
    file: configText.path,
    profile: inputs.profile,
    deadline: runs.deadline,
    signal: ending.signal,
  });
  const settled = Promise.allSettled([judging]);
  try {
    const state = await reading;
    await judging;
    return state;
  } finally {
    ending.abort();
    await settled;
  }
}
