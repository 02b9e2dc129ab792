import { runProgram } from '../setup/setUp.mjs';

await runProgram('.scripts/release/main.ts');
