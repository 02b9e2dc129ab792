import type { KubernetesJson } from '../../facts/live';
import type { ProductQuery } from '../../facts/live/product';
import {
  type PlainRecord,
  listOf,
  recordOf,
  textOf,
  textsOf,
} from '../../facts/plain/plain';
import type { Subject } from '../../report/report';
import { isPauser } from './pauser';

/** Every job of Scalar Admin for Kubernetes in the product's namespaces, and whether it pauses this product. */
export function pauseJobs(
  jobs: readonly KubernetesJson[],
  query: ProductQuery,
): Subject[] {
  return jobs.flatMap(job => {
    const container = pauserOf(job, query);
    if (!container || isMadeByCronJob(job)) return [];
    const id = `${job.kind} ${job.metadata.namespace}/${job.metadata.name}`;
    return [{ id, ...judgeJob(job, container, query) }];
  });
}

/** A CronJob's Jobs stand for it. */
function isMadeByCronJob({ metadata }: KubernetesJson): boolean {
  return (metadata.ownerReferences ?? []).some(
    ({ kind }) => kind === 'CronJob',
  );
}

function pauserOf(
  { kind, spec = {} }: KubernetesJson,
  query: ProductQuery,
): PlainRecord | undefined {
  const job =
    kind === 'CronJob' ? recordOf(recordOf(spec.jobTemplate).spec) : spec;
  const pod = recordOf(recordOf(job.template).spec);
  return listOf(pod.containers)
    .map(recordOf)
    .find(({ image }) => isPauser(textOf(image) ?? '', query));
}

type Judgement = Pick<Subject, 'verdict' | 'detail'>;

function judgeJob(
  job: KubernetesJson,
  container: PlainRecord,
  query: ProductQuery,
): Judgement {
  if (job.spec?.suspend === true) {
    return { verdict: 'fail', detail: `${job.metadata.name} is suspended` };
  }
  if (hasFailed(job)) {
    return { verdict: 'fail', detail: `${job.metadata.name} failed` };
  }
  return judgeAim(job, container, query);
}

function hasFailed({ status }: KubernetesJson): boolean {
  return listOf(status?.conditions)
    .map(recordOf)
    .some(({ type, status: holds }) => type === 'Failed' && holds === 'True');
}

/** `-r` names the release, `-n` its namespace, which is `default` without it. */
function judgeAim(
  { metadata, spec }: KubernetesJson,
  container: PlainRecord,
  { side, settings }: ProductQuery,
): Judgement {
  const release = settings.release[side];
  const words = [...textsOf(container.command), ...textsOf(container.args)];
  const name = optionOf(words, ['-r', '--release-name']);
  const namespace = optionOf(words, ['-n', '--namespace']) ?? 'default';
  const schedule = textOf(spec?.schedule);
  const what = `${metadata.name} pauses ${name ?? 'nothing'} in ${namespace}${schedule ? `, ${schedule}` : ''}`;
  if (name === undefined) {
    return {
      verdict: 'fail',
      detail: `${metadata.name} names no release (-r)`,
    };
  }
  // Kubernetes fills variables in as the container starts.
  if ([name, namespace].some(word => word.includes('$('))) {
    const detail = `${metadata.name} takes its release from a variable`;
    return { verdict: 'unknown', detail };
  }
  if (!release) {
    const detail = `${what}, and the product’s release is not known`;
    return { verdict: 'unknown', detail };
  }
  const aims = name === release.name && namespace === release.namespace;
  return aims
    ? { verdict: 'pass', detail: what }
    : {
        verdict: 'fail',
        detail: `${what}, not ${release.name} in ${release.namespace}`,
      };
}

/** The value of an option, as `-r value` or `--release-name=value`. */
function optionOf(
  words: readonly string[],
  names: readonly string[],
): string | undefined {
  const at = words.findIndex(word => names.includes(word));
  if (at >= 0) return words[at + 1];
  const joined = words.find(word =>
    names.some(name => word.startsWith(`${name}=`)),
  );
  return joined?.slice(joined.indexOf('=') + 1);
}
