#!/usr/bin/env node
import {
  error,
  notice,
  setFailed,
  setOutput,
  summary,
  warning,
} from '@actions/core';
import { runAction } from '@scalardl-on-eks/action-toolkit';
import { INPUTS } from './inputs/definitions';
import { understandInputs } from './inputs/understandInputs';

void runAction(
  {
    command:
      'Makes an EKS cluster what its eksctl ClusterConfig says, or deletes it.',
    inputs: INPUTS,
    async run(raw, context) {
      const inputs = understandInputs(raw);
      const { main } = await import('./main');
      return main(inputs, context);
    },
  },
  { error, notice, setFailed, setOutput, summary, warning },
);
