import type { LiveFacts } from '../facts/live';
import { changed } from '../facts/live/fixture/healthy.fixture';
import { readProperties } from '../facts/properties';
import { SIDES, type Side } from '../report/report';
import type { Change } from './liveTrial.fixture';

/** Properties of one side with lines after the others, of which the last one wins. */
export function withLines(side: Side, ...lines: string[]): Change {
  return facts =>
    changed(facts, { side, fact: 'properties' }, properties => {
      const before = (properties?.entries() ?? []).map(
        ({ key, value }) => `${key}=${value}`,
      );
      return propertiesOf([...before, ...lines].join('\n'));
    });
}

/** Properties of one side without some keys. */
export function withoutKeys(side: Side, ...keys: string[]): Change {
  return facts =>
    changed(facts, { side, fact: 'properties' }, properties =>
      propertiesOf(
        (properties?.entries() ?? [])
          .filter(({ key }) => !keys.includes(key))
          .map(({ key, value }) => `${key}=${value}`)
          .join('\n'),
      ),
    );
}

/** Nothing of the product is there on a side. */
export function notDeployed(side: Side): Change {
  return facts =>
    changed(
      changed(facts, { side, fact: 'productDeployments' }, () => []),
      { side, fact: 'properties' },
      () => undefined,
    );
}

/** Both sides authenticate by that method. */
export function authenticatingBy(method: string): Change {
  return facts =>
    SIDES.reduce<LiveFacts>(
      (before, side) =>
        withLines(
          side,
          `scalar.dl.${side}.authentication.method=${method}`,
        )(before),
      facts,
    );
}

function propertiesOf(text: string) {
  const whole = { file: 'properties', line: 1, column: 1 };
  return readProperties(text, { whole, locateLine: () => whole });
}
