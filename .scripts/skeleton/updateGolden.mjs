import { runProgram } from '../setup/setUp.mjs';

await runProgram('test/golden/update.ts');
