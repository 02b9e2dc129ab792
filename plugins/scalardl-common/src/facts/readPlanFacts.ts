import { parseEnvironment } from '../environment/parseEnvironment';
import { formatProblem } from '../environment/problem';
import type { Environment } from '../environment/schema';
import type { Side } from '../report/report';
import { type Fact, read, unreadable } from './fact';
import type { Optional, PlanFacts, SidePlanFacts } from './planFacts';
import { type OtherPaths, type PlanPaths, planPaths } from './planPaths';
import { type Properties, propertiesUnder } from './properties';
import {
  type RepositoryFiles,
  readFolder,
  readMap,
  textOf,
} from './repositoryFiles';
import {
  type SourceDocument,
  readSourceDocument,
  within,
} from './sourceDocument';

export interface ReadPlanFactsOptions {
  /** ISO date of the judgement. */
  today: string;
  /** Where files stand that another pipeline keeps elsewhere. */
  paths?: OtherPaths;
}

/** Problems of an invalid environment file that a reason quotes; `render` lists them all. */
const QUOTED_PROBLEMS = 5;

/**
 * Reads what the plan stage judges out of a repository's files. Never throws: a file that is missing or
 * cannot be read becomes a fact that says why, and every guideline that needs it is `unknown`.
 * Without `scalardl.yaml` the files are taken as a selection: what is not among them was not given, which
 * is no proof that it does not exist.
 */
export function readPlanFacts(
  files: RepositoryFiles,
  { today, paths: otherPaths }: ReadPlanFactsOptions,
): PlanFacts {
  const paths = planPaths(otherPaths);
  const repository = { files, paths };
  return {
    today,
    environment: readEnvironment(repository),
    environmentSource: readEnvironmentSource(repository),
    workflows: readWorkflows(repository),
    ledger: readSide(repository, 'ledger'),
    auditor: readSide(repository, 'auditor'),
  };
}

interface Repository {
  files: RepositoryFiles;
  paths: PlanPaths;
}

function readEnvironment({ files, paths }: Repository): Optional<Environment> {
  const file = paths.environment;
  const text = textOf(files, file);
  if (text === undefined) return read(undefined, `no ${file}`);
  // Without the date, because guidelines judge what is out of date and say so by name.
  const parsed = parseEnvironment(text, { file });
  if (parsed.ok) return read(parsed.environment, file);
  const quoted = parsed.problems.slice(0, QUOTED_PROBLEMS).map(formatProblem);
  const others = parsed.problems.length - quoted.length;
  const rest = others > 0 ? [`and ${others} more problems.`] : [];
  return unreadable([`${file} is not valid.`, ...quoted, ...rest].join(' '));
}

function readEnvironmentSource({
  files,
  paths,
}: Repository): Optional<SourceDocument> {
  const file = paths.environment;
  const text = textOf(files, file);
  return text === undefined
    ? read(undefined, `no ${file}`)
    : readSourceDocument(file, text, { dialect: 'github' });
}

function readWorkflows(repository: Repository): Optional<SourceDocument[]> {
  const { files, paths } = repository;
  const documents = readFolder(files, paths.workflows, 'github');
  if (documents.ok && documents.value.length === 0) {
    return missing<SourceDocument[]>(repository, `${paths.workflows}/`);
  }
  return documents;
}

function readSide(repository: Repository, side: Side): SidePlanFacts {
  const { files, paths } = repository;
  const own = paths[side];
  const product = readMap(files, own.product);
  return {
    clusterConfig: readMap(files, own.clusterConfig),
    product,
    properties: readProductProperties(product, side),
    schemaLoading: readOptionalMap(repository, own.schemaLoading),
    awsLoadBalancerController: readOptionalMap(
      repository,
      own.awsLoadBalancerController,
    ),
    clusterAutoscaler: readOptionalMap(repository, own.clusterAutoscaler),
    monitoring: readOptionalMap(repository, own.monitoring),
    manifests: readManifests(repository, own.manifests),
  };
}

function readOptionalMap(
  repository: Repository,
  path: string,
): Optional<SourceDocument> {
  return textOf(repository.files, path) === undefined
    ? missing<SourceDocument>(repository, path)
    : readMap(repository.files, path);
}

/** In a whole repository a missing file is a fact; in a selection of files it is only not known. */
function missing<T>({ files, paths }: Repository, path: string): Optional<T> {
  return textOf(files, paths.environment) === undefined
    ? unreadable(`${path} was not given`)
    : read(undefined, `no ${path}`);
}

function readProductProperties(
  product: Fact<SourceDocument>,
  side: Side,
): Fact<Properties> {
  if (!product.ok) return product;
  const { path } = product.value;
  const keys = [side, `${side}Properties`];
  const properties = propertiesUnder(product.value, ...keys);
  if (properties) return read(properties, path);
  const value = product.value.get(...keys);
  return unreadable(
    value === undefined || value === null
      ? `${path} does not set ${keys.join('.')}`
      : `${path} sets ${keys.join('.')} to ${JSON.stringify(value).slice(0, 80)}, expected a text of properties`,
  );
}

function readManifests(
  repository: Repository,
  folder: string,
): Fact<SourceDocument[]> {
  const documents = readFolder(repository.files, folder, 'kubernetes');
  if (!documents.ok) return documents;
  if (documents.value.length === 0) {
    const nothing = missing<SourceDocument[]>(repository, `${folder}/`);
    return nothing.ok ? read([], folder) : nothing;
  }
  return read(documents.value.flatMap(objectsOf), folder);
}

/** The objects of a manifest: those of a `List` one by one, nothing for an empty document. */
function objectsOf(document: SourceDocument): SourceDocument[] {
  const items = document.get('items');
  if (document.get('kind') === 'List' && Array.isArray(items)) {
    return items.map((_, index) => within(document, 'items', index));
  }
  return document.value === null || document.value === undefined
    ? []
    : [document];
}
