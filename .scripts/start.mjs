import { runProgram } from './setup/setUp.mjs';

await runProgram('.scripts/portal/main.ts');
