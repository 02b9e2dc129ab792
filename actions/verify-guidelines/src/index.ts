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
    command:
      'Judges the ScalarDL guidelines on the files of a repository, or on what runs.',
    inputs: INPUTS,
    async run(raw, context) {
      const inputs = understandInputs(raw);
      const { main } = await import('./main');
      return main(inputs, context);
    },
  },
  { error, notice, setFailed, setOutput, summary, warning },
);
