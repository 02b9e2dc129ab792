import { createBackend } from '@backstage/backend-defaults';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import { register } from 'prom-client';
import { HOST, freePort } from '../portal/ports';
import { answers, waitUntil } from '../portal/readiness';

/** Any text that is long enough: the backend listens on this machine only, for the seconds of the measurement. */
const TOKEN = 'bench-bench-bench-bench';

/** A Backstage backend in this process, whose own measurements can therefore be read. */
export interface BenchBackend {
  /** Runs a template to its end; returns how many milliseconds its only step took. */
  runStep(template: string, values: object): Promise<number>;
  stop(): Promise<void>;
}

/** @param locations - files with the templates to run */
export async function startBenchBackend(
  locations: readonly string[],
): Promise<BenchBackend> {
  const port = await freePort();
  const url = `http://${HOST}:${port}`;
  const backend = createBackend();
  backend.add(
    createServiceFactory({
      service: coreServices.rootConfig,
      deps: {},
      factory: () => new ConfigReader(configuration({ port, url, locations })),
    }),
  );
  backend.add(import('@backstage/plugin-auth-backend'));
  backend.add(import('@backstage/plugin-catalog-backend'));
  backend.add(
    import('@backstage/plugin-catalog-backend-module-scaffolder-entity-model'),
  );
  backend.add(import('@backstage/plugin-scaffolder-backend'));
  backend.add(
    import('@scalardl-on-eks/plugin-scaffolder-backend-module-scalardl'),
  );
  await backend.start();
  return {
    stop: () => backend.stop(),
    async runStep(template, values) {
      await waitForTemplate(url, template);
      const before = await stepMilliseconds();
      await runTask(url, { template, values });
      return (await stepMilliseconds()) - before;
    },
  };
}

function configuration(given: {
  port: number;
  url: string;
  locations: readonly string[];
}) {
  return {
    app: { baseUrl: given.url },
    backend: {
      baseUrl: given.url,
      listen: { host: HOST, port: given.port },
      database: { client: 'better-sqlite3', connection: ':memory:' },
      logger: { level: 'error' },
      auth: {
        externalAccess: [
          { type: 'static', options: { token: TOKEN, subject: 'bench' } },
        ],
      },
    },
    catalog: {
      rules: [{ allow: ['Template'] }],
      locations: given.locations.map(target => ({ type: 'file', target })),
    },
  };
}

async function waitForTemplate(url: string, template: string): Promise<void> {
  await waitUntil(`the template ${template} in the catalog`, {
    seconds: 60,
    signal: new AbortController().signal,
    ask: () =>
      answers(
        `${url}/api/catalog/entities/by-name/template/default/${template}`,
        TOKEN,
      ),
  });
}

async function runTask(
  url: string,
  { template, values }: { template: string; values: object },
): Promise<void> {
  const { id } = await request(`${url}/api/scaffolder/v2/tasks`, {
    method: 'POST',
    body: JSON.stringify({
      templateRef: `template:default/${template}`,
      values,
    }),
  });
  await waitUntil(`an end of ${template}`, {
    seconds: 60,
    signal: new AbortController().signal,
    ask: async () => {
      const task = await request(`${url}/api/scaffolder/v2/tasks/${id}`, {});
      if (task.status === 'failed') throw new Error(`${template} failed.`);
      return task.status === 'completed';
    },
  });
}

async function request(
  url: string,
  init: RequestInit,
): Promise<{ id: string; status: string }> {
  const response = await fetch(url, {
    ...init,
    headers: {
      authorization: `Bearer ${TOKEN}`,
      'content-type': 'application/json',
    },
  });
  if (!response.ok) {
    throw new Error(`${url} answered ${response.status}.`);
  }
  return (await response.json()) as { id: string; status: string };
}

/** Backstage's own clock of scaffolder steps: all that ran in this process so far. */
async function stepMilliseconds(): Promise<number> {
  const metric = register.getSingleMetric('scaffolder_step_duration');
  if (!metric) {
    throw new Error(
      'Expected the metric scaffolder_step_duration of the scaffolder, received none.',
    );
  }
  const { values } = await metric.get();
  return values
    .filter(
      value =>
        'metricName' in value &&
        value.metricName === 'scaffolder_step_duration_sum',
    )
    .reduce((sum, { value }) => sum + value * 1000, 0);
}
