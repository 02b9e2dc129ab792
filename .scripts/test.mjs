import { runProgram } from './setup/setUp.mjs';

await runProgram('.scripts/test/main.ts');
