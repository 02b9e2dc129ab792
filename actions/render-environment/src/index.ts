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
    command: 'Compares a repository with its scalardl.yaml, or writes it.',
    inputs: INPUTS,
    run: main,
  },
  { error, notice, setFailed, setOutput, summary, warning },
);
