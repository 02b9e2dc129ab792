import { runProgram } from './setup/setUp.mjs';

await runProgram('.scripts/bench/main.ts');
