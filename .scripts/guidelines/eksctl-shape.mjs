import { runProgram } from '../setup/setUp.mjs';

await runProgram('.scripts/guidelines/updateEksctlShape.ts');
