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
import { INPUTS } from './inputs';
import { main } from './main';

void runAction(
  {
    command: 'Judges the ScalarDL guidelines on the files of a repository.',
    inputs: INPUTS,
    run: main,
  },
  { error, notice, setFailed, setOutput, summary, warning },
);
