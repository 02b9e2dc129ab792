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
import { INPUTS, understandInputs } from './inputs';

void runAction(
  {
    command: 'Compares a repository with its scalardl.yaml, or writes it.',
    inputs: INPUTS,
    async run(raw) {
      const inputs = understandInputs(raw);
      const { main } = await import('./main');
      return main(inputs);
    },
  },
  { error, notice, setFailed, setOutput, summary, warning },
);
