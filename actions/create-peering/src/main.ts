import type { Presentation, RunContext } from '@scalardl-on-eks/action-toolkit';
import type { PeeringInputs } from './inputs';
import { presentOutcome } from './present/present';
import { readTopology } from './topology/readTopology';

/** Connects or disconnects, and says how it went. The clients of AWS are loaded once the inputs are understood. */
export async function main(
  inputs: PeeringInputs,
  context: RunContext,
): Promise<Presentation> {
  const topology = await readTopology(inputs);
  const { converge } = await import('./converge');
  const { timeoutMinutes: minutes } = inputs;
  const deadline = {
    at: Date.now() + minutes * 60_000,
    setBy: `timeout: ${minutes} minute${minutes === 1 ? '' : 's'}`,
    signal: context.signal,
  };
  const outcome = await converge({ inputs, topology, deadline, context });
  return presentOutcome(outcome, inputs);
}
