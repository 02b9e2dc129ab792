import { describeMetadata } from '@scalardl-on-eks/action-toolkit/testing';
import { INPUTS } from './inputs/definitions';

describeMetadata(require.resolve('../package.json'), INPUTS);
