import { runProgram } from './setup/setUp.mjs';

await runProgram('.scripts/actions/bundle.ts');
