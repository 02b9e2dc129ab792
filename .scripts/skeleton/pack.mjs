import { runProgram } from '../setup/setUp.mjs';

await runProgram('.scripts/skeleton/pack.ts');
