import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readChart } from './readChart.ts';

/**
 * Writes down which values the charts of a folder read: `node test/charts/keys/main.ts CHARTS_FOLDER`. The
 * tables stand beside this program and are named `<chart>-<version>.json`.
 */
function main([folder]: readonly string[]): void {
  if (!folder) {
    process.stderr.write(
      'Usage: node test/charts/keys/main.ts CHARTS_FOLDER\n',
    );
    process.exitCode = 2;
    return;
  }
  const charts = readdirSync(folder).filter(name =>
    existsSync(join(folder, name, 'Chart.yaml')),
  );
  for (const chart of charts) {
    const { name, version, keys } = readChart(join(folder, chart));
    const file = join(import.meta.dirname, `${name}-${version}.json`);
    writeFileSync(file, `${JSON.stringify(keys, undefined, 2)}\n`);
    process.stdout.write(`${file}\n`);
  }
}

main(process.argv.slice(2));
