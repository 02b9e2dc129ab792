import { measureBundles } from './bundles';
import { type Figure, formatFigure } from './figure';
import { measureOnTestbed } from './onTestbed';
import { measureRendering } from './render';

/** Each group of figures by the name under which it can be asked for. */
const GROUPS: Record<string, () => Figure[] | Promise<Figure[]>> = {
  render: measureRendering,
  bundles: measureBundles,
  // `create-peering` against the same work as commands of the AWS CLI.
  peering: () => measureOnTestbed('peering'),
  // The live stage of `verify-guidelines` against hardeneks, over crowded clusters.
  verify: () => measureOnTestbed('verify'),
  // Loaded only when asked for: it starts a Backstage backend.
  'fetch-template': () => {
    // The loader gives import() no named exports, so this one is required.
    const { measureFetchTemplate } =
      require('./fetchTemplate') as typeof import('./fetchTemplate');
    return measureFetchTemplate();
  },
};

async function main(wanted: readonly string[]): Promise<void> {
  const unknown = wanted.filter(name => !Object.hasOwn(GROUPS, name));
  if (unknown.length > 0) {
    process.stderr.write(
      `Expected one of ${Object.keys(GROUPS).join(', ')}, received ${unknown.join(', ')}.\n`,
    );
    process.exitCode = 1;
    return;
  }
  for (const [name, measure] of Object.entries(GROUPS)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    for (const figure of await measure()) {
      process.stdout.write(`${formatFigure(figure)}\n`);
    }
  }
}

// A Backstage backend keeps timers of its own, even when it is stopped.
void main(process.argv.slice(2)).then(() => process.exit());
