import { describeMetadata } from '@scalardl-on-eks/action-toolkit/testing';
import { INPUTS } from './inputs';

describeMetadata(require.resolve('../package.json'), INPUTS);
