import { runProgram } from './setup/setUp.mjs';

await runProgram('test/testbed/main.ts');
