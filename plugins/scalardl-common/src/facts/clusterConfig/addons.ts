import { parse } from 'yaml';
import { type Fact, read, unreadable } from '../fact';
import { type PlainRecord, isRecord, listOf, recordOf } from '../plain/plain';
import type { Location } from '../../report/report';
import type { SourceDocument } from '../sourceDocument';

/** An EKS add-on of a ClusterConfig. */
export interface Addon {
  name: string;
  /** What `configurationValues` says; empty where it is left out. */
  configuration: Fact<PlainRecord>;
  /** Where the configuration stands. */
  location: Location;
}

/** The add-on of that name; eksctl does not mind capital letters. `undefined` where the file does not list it. */
export function findAddon(
  clusterConfig: SourceDocument,
  name: string,
): Addon | undefined {
  const index = listOf(clusterConfig.get('addons')).findIndex(
    addon => String(recordOf(addon).name).toLowerCase() === name,
  );
  if (index < 0) return undefined;
  return {
    name,
    configuration: readConfiguration(
      name,
      clusterConfig.get('addons', index, 'configurationValues'),
      clusterConfig.path,
    ),
    location: clusterConfig.locate('addons', index, 'configurationValues'),
  };
}

/** `configurationValues` is a text that holds JSON or YAML. */
export function readConfiguration(
  name: string,
  text: unknown,
  source: string,
): Fact<PlainRecord> {
  if (text === undefined || text === '') return read({}, source);
  if (typeof text !== 'string') {
    return unreadable(`configurationValues of ${name} is not a text`);
  }
  try {
    const value: unknown = parse(text);
    return isRecord(value)
      ? read(value, source)
      : unreadable(`configurationValues of ${name} holds no map`);
  } catch {
    return unreadable(
      `configurationValues of ${name} is neither JSON nor YAML`,
    );
  }
}
