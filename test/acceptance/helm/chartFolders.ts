import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Our own stand-ins for Scalar's charts. */
export const STAND_INS = join(__dirname, '../../charts');

/** Scalar's released charts, where somebody has put them on this machine. */
export const RELEASED = process.env.SCALAR_CHARTS_DIR || '';

const CHARTS = ['scalardl', 'scalardl-audit', 'schema-loading', 'envoy'];

/** Charts that have Envoy as a subchart. */
const PARENTS = ['scalardl', 'scalardl-audit'];

/** Copies the charts, each with Envoy as its subchart, as a packed chart has it. */
export function assemble(source: string): {
  folder: string;
  remove: () => void;
} {
  const missing = CHARTS.filter(
    chart => !existsSync(join(source, chart, 'Chart.yaml')),
  );
  if (missing.length > 0) {
    throw new Error(
      `Expected the charts ${CHARTS.join(', ')} in ${source}; ${missing.join(', ')} missing. Change SCALAR_CHARTS_DIR.`,
    );
  }
  const folder = mkdtempSync(join(tmpdir(), 'scalardl-on-eks-charts-'));
  for (const chart of CHARTS) {
    cpSync(join(source, chart), join(folder, chart), { recursive: true });
  }
  for (const chart of PARENTS) {
    cpSync(join(source, 'envoy'), join(folder, chart, 'charts', 'envoy'), {
      recursive: true,
    });
  }
  return { folder, remove: () => rmSync(folder, { recursive: true }) };
}
