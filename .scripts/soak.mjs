import { runProgram } from './setup/setUp.mjs';

await runProgram('test/soak/main.ts');
